package org.signalbox.awork;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.signalbox.hal.Refusal;
import tools.jackson.databind.JsonNode;

/**
 * Reads what awork takes as {@code filterby}: comparisons of properties, with {@code and}, {@code
 * or}, {@code not} and a few functions of texts.
 */
final class ListFilter {
    private static final int LENGTH_MAX = 1_000;
    private static final Pattern TOKEN =
            Pattern.compile(
                    "\\s*((?:guid|datetime)?'(?:[^']|'')*'|-?\\d+(?:\\.\\d+)?L?|[A-Za-z]\\w*|[(),])\\s*");
    private static final Set<String> COMPARISONS = Set.of("eq", "ne", "gt", "ge", "lt", "le");

    private final List<String> tokens = new ArrayList<>();
    private final Set<String> properties;
    private int next;

    private ListFilter(String text, Set<String> properties) {
        this.properties = properties;
        var matcher = TOKEN.matcher(text);
        int end = 0;
        while (end < text.length()) {
            if (!matcher.find(end) || matcher.start() != end || text.length() > LENGTH_MAX) {
                throw wrong();
            }
            tokens.add(matcher.group(1));
            end = matcher.end();
        }
    }

    /**
     * @param properties the only ones that can be asked for
     * @throws Refusal if it makes no sense
     */
    static Predicate<JsonNode> of(String text, Set<String> properties) {
        var filter = new ListFilter(text, properties);
        Predicate<JsonNode> read = filter.either();
        if (filter.next < filter.tokens.size()) {
            throw wrong();
        }
        return read;
    }

    private static Refusal wrong() {
        return new Refusal.BadQuery("The filter cannot be read.");
    }

    /** The property of this name, which may begin with a capital. */
    static String property(String name, Set<String> properties) {
        return properties.stream()
                .filter(name::equalsIgnoreCase)
                .findFirst()
                .orElseThrow(
                        () -> new Refusal.BadQuery("There is no property %s.".formatted(name)));
    }

    /** Texts, numbers, truth values, and nothing: as what can be compared. */
    static @Nullable Comparable<?> value(JsonNode node) {
        if (node.isNumber()) {
            return node.decimalValue();
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        return node.isString() ? node.stringValue() : null;
    }

    private Predicate<JsonNode> either() {
        Predicate<JsonNode> read = both();
        while (take("or")) {
            read = read.or(both());
        }
        return read;
    }

    private Predicate<JsonNode> both() {
        Predicate<JsonNode> read = one();
        while (take("and")) {
            read = read.and(one());
        }
        return read;
    }

    private Predicate<JsonNode> one() {
        if (take("not")) {
            return one().negate();
        }
        if (take("(")) {
            Predicate<JsonNode> inner = either();
            require(")");
            return inner;
        }
        return switch (peek().toLowerCase(Locale.ROOT)) {
            case "startswith" -> ofTexts(String::startsWith);
            case "endswith" -> ofTexts(String::endsWith);
            case "substringof" -> ofTexts((part, whole) -> whole.contains(part));
            default -> comparison();
        };
    }

    private Predicate<JsonNode> ofTexts(BiPredicate<String, String> test) {
        next++;
        require("(");
        var first = operand();
        require(",");
        var second = operand();
        require(")");
        return node ->
                first.apply(node) instanceof String one
                        && second.apply(node) instanceof String other
                        && test.test(one, other);
    }

    private Predicate<JsonNode> comparison() {
        var left = operand();
        if (take("in")) {
            return oneOf(left);
        }
        String word = taken().toLowerCase(Locale.ROOT);
        if (!COMPARISONS.contains(word)) {
            throw wrong();
        }
        var right = operand();
        return node -> holds(left.apply(node), word, right.apply(node));
    }

    private Predicate<JsonNode> oneOf(Function<JsonNode, @Nullable Comparable<?>> left) {
        require("(");
        var choices = new ArrayList<Function<JsonNode, @Nullable Comparable<?>>>();
        do {
            choices.add(operand());
        } while (take(","));
        require(")");
        return node ->
                choices.stream()
                        .anyMatch(choice -> Objects.equals(left.apply(node), choice.apply(node)));
    }

    @SuppressWarnings("unchecked")
    private static boolean holds(
            @Nullable Comparable<?> left, String word, @Nullable Comparable<?> right) {
        if (word.equals("eq") || word.equals("ne")) {
            return word.equals("eq") == Objects.equals(left, right);
        }
        if (left == null || right == null || left.getClass() != right.getClass()) {
            return false;
        }
        int order = ((Comparable<Object>) left).compareTo(right);
        return switch (word) {
            case "gt" -> order > 0;
            case "ge" -> order >= 0;
            case "lt" -> order < 0;
            default -> order <= 0;
        };
    }

    private Function<JsonNode, @Nullable Comparable<?>> operand() {
        String token = taken();
        if (token.equalsIgnoreCase("tolower")) {
            require("(");
            var inner = operand();
            require(")");
            return node ->
                    inner.apply(node) instanceof String text ? text.toLowerCase(Locale.ROOT) : null;
        }
        if (token.endsWith("'") || !Character.isLetter(token.charAt(0))) {
            Comparable<?> literal = literal(token);
            return _ -> literal;
        }
        return switch (token) {
            case "null" -> _ -> null;
            case "true" -> _ -> true;
            case "false" -> _ -> false;
            default -> {
                String name = property(token, properties);
                yield node -> value(node.path(name));
            }
        };
    }

    /** Times are compared as they are written, and have no zone in lists of awork. */
    private static Comparable<?> literal(String token) {
        int quote = token.indexOf('\'');
        if (quote < 0) {
            if ("(),".contains(token)) {
                throw wrong();
            }
            return new BigDecimal(token.replace("L", ""));
        }
        String text = token.substring(quote + 1, token.length() - 1).replace("''", "'");
        return token.startsWith("datetime") && text.endsWith("Z")
                ? text.substring(0, text.length() - 1)
                : text;
    }

    private String peek() {
        return next < tokens.size() ? tokens.get(next) : "";
    }

    private String taken() {
        if (next == tokens.size()) {
            throw wrong();
        }
        return tokens.get(next++);
    }

    private boolean take(String word) {
        boolean there = peek().equalsIgnoreCase(word);
        if (there) {
            next++;
        }
        return there;
    }

    private void require(String word) {
        if (!take(word)) {
            throw wrong();
        }
    }
}
