package org.signalbox.delivery;

import java.util.ArrayList;
import java.util.List;
import org.signalbox.sender.Header;

/** Headers as they stand in the tables: names and values in turn, so that little room is taken. */
final class HeaderLines {
    private HeaderLines() {}

    static List<String> of(List<Header> headers) {
        var lines = new ArrayList<String>(headers.size() * 2);
        for (Header header : headers) {
            lines.add(header.name());
            lines.add(header.value());
        }
        return lines;
    }

    static List<Header> read(List<String> lines) {
        var headers = new ArrayList<Header>(lines.size() / 2);
        for (int i = 0; i + 1 < lines.size(); i += 2) {
            headers.add(new Header(lines.get(i), lines.get(i + 1)));
        }
        return headers;
    }
}
