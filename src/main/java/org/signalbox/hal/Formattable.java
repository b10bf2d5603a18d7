package org.signalbox.hal;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.DefaultUrlSanitizer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Text that the API shows as it was written and as HTML. HTML that was written is escaped. */
public final class Formattable {

    /** Beyond the common core what people write on GitHub and elsewhere. */
    private static final List<Extension> EXTENSIONS =
            List.of(
                    TablesExtension.create(),
                    StrikethroughExtension.create(),
                    TaskListItemsExtension.create(),
                    AutolinkExtension.create());

    /** Words in one line, with nothing between them that could mean anything. */
    private static final Pattern PLAIN_LINE =
            Pattern.compile("\\p{L}[\\p{L}\\p{N}]*+(?:[,;.:!?]? [\\p{L}\\p{N}]++)*+[,;.:!?]?");

    private static final Pattern MENTION = Pattern.compile("</?mention\\b[^>]*>");

    private static final Parser MARKDOWN = Parser.builder().extensions(EXTENSIONS).build();
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder()
                    .extensions(EXTENSIONS)
                    .nodeRendererFactory(Tags::new)
                    .escapeHtml(true)
                    .sanitizeUrls(true)
                    .urlSanitizer(new DefaultUrlSanitizer(List.of("http", "https", "mailto")))
                    .attributeProviderFactory(_ ->
                            (node, _, attributes) -> {
                                if (node instanceof Paragraph) {
                                    attributes.put("class", "op-uc-p");
                                }
                            })
                    .build();

    /** HTML between words is shown as it was written, but for the tags around a mention. */
    private record Tags(HtmlNodeRendererContext context) implements NodeRenderer {

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(HtmlInline.class);
        }

        @Override
        public void render(Node node) {
            var tag = ((HtmlInline) node).getLiteral();
            if (!MENTION.matcher(tag).matches()) {
                context.getWriter().text(tag);
            }
        }
    }

    private Formattable() {}

    public static ObjectNode markdown(String raw) {
        return of("markdown", raw, html(raw));
    }

    /** Most texts are short and without mark-up: a parser and a renderer for each take long. */
    private static String html(String raw) {
        if (raw.isEmpty()) {
            return "";
        }
        return PLAIN_LINE.matcher(raw).matches()
                ? "<p class=\"op-uc-p\">" + raw + "</p>"
                : rendered(raw);
    }

    static String rendered(String raw) {
        return RENDERER.render(MARKDOWN.parse(raw)).strip();
    }

    public static ObjectNode plain(String raw) {
        return of("plain", raw, raw.isEmpty() ? "" : "<p>" + lines(escaped(raw)) + "</p>");
    }

    /** Text of the server's own, whose HTML was composed with {@link #escaped}. */
    public static ObjectNode custom(String raw, String html) {
        return of("custom", raw, html);
    }

    private static ObjectNode of(String format, String raw, String html) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("format", format)
                .put("raw", raw)
                .put("html", html);
    }

    /** The text as HTML shows it to the letter. */
    public static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String lines(String text) {
        return text.replace("\r\n", "\n").replace("\n", "<br/>");
    }
}
