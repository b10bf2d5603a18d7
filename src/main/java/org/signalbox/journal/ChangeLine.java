package org.signalbox.journal;

import static org.signalbox.hal.Formattable.escaped;

import java.util.List;
import java.util.stream.IntStream;
import org.signalbox.hal.Formattable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What became of one attribute.
 *
 * @param title what the attribute is called
 * @param parts in turn words of ours and values: {@code changed from}, New, {@code to}, Closed
 */
public record ChangeLine(String attribute, String title, List<String> parts) {

    public ChangeLine {
        parts = List.copyOf(parts);
    }

    /** What happened, without the values: {@code changed from}. */
    public String verb() {
        return parts.getFirst();
    }

    /** The values that it names, in their order. */
    public List<String> values() {
        return IntStream.range(0, parts.size())
                .filter(i -> i % 2 == 1)
                .mapToObj(parts::get)
                .toList();
    }

    /** The sentence as the API says it. */
    ObjectNode sentence() {
        var raw = new StringBuilder(title);
        var html = new StringBuilder("<strong>" + escaped(title) + "</strong>");
        for (int i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            raw.append(' ').append(part);
            html.append(' ').append(i % 2 == 0 ? part : "<i>" + escaped(part) + "</i>");
        }
        return Formattable.custom(raw.toString(), html.toString());
    }
}
