package org.signalbox.admin;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lays JSON out over lines without parsing its values: strings and numbers are shown as they were
 * sent, and a body that was cut off, or is no JSON after all, is still readable.
 */
final class JsonLayout {

    private final String text;
    private final List<Code.Token> tokens = new ArrayList<>();
    private final StringBuilder plain = new StringBuilder();
    private int at;
    private int depth;

    JsonLayout(String text) {
        this.text = text;
    }

    List<Code.Token> tokens() {
        skipSpace();
        while (at < text.length()) {
            char next = text.charAt(at);
            switch (next) {
                case '{', '[' -> open(next);
                case '}', ']' -> close(next);
                case ',' -> plain(",").newLine();
                case ':' -> plain(": ");
                case '"' -> string();
                default -> word();
            }
            skipSpace();
        }
        flush();
        return tokens;
    }

    private void open(char bracket) {
        plain(String.valueOf(bracket));
        skipSpace();
        if (at < text.length() && (text.charAt(at) == '}' || text.charAt(at) == ']')) {
            plain(text.substring(at, at + 1));
        } else {
            depth++;
            newLine();
        }
    }

    private void close(char bracket) {
        depth = Math.max(0, depth - 1);
        newLine();
        plain(String.valueOf(bracket));
    }

    private void string() {
        int end = at + 1;
        while (end < text.length() && text.charAt(end) != '"') {
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        String literal = text.substring(at, Math.min(end + 1, text.length()));
        at += literal.length();
        skipSpace();
        add(at < text.length() && text.charAt(at) == ':' ? "k" : "s", literal);
    }

    private void word() {
        int end = at;
        while (end < text.length() && ",:]}[{\" \t\r\n".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        add("n", text.substring(at, end));
        at = end;
    }

    private void add(@Nullable String kind, String literal) {
        flush();
        tokens.add(new Code.Token(kind, literal));
    }

    private JsonLayout plain(String piece) {
        plain.append(piece);
        at++;
        return this;
    }

    private void newLine() {
        plain.append('\n').append("  ".repeat(depth));
    }

    private void flush() {
        if (!plain.isEmpty()) {
            tokens.add(new Code.Token(null, plain.toString()));
            plain.setLength(0);
        }
    }

    private void skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }
}
