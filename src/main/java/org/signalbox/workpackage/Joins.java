package org.signalbox.workpackage;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The tables beside {@code work_package w} by which lists are sorted and put into groups. */
final class Joins {

    private static final Map<String, String> BY_ALIAS = new LinkedHashMap<>();

    static {
        BY_ALIAS.put("p", " join project p on p.id = w.project_id");
        BY_ALIAS.put("t", " join type t on t.id = w.type_id");
        BY_ALIAS.put("s", " join status s on s.id = w.status_id");
        BY_ALIAS.put("y", " join priority y on y.id = w.priority_id");
        BY_ALIAS.put("a", " join users a on a.id = w.author_id");
        BY_ALIAS.put("e", " left join users e on e.id = w.assignee_id");
        BY_ALIAS.put("r", " left join users r on r.id = w.responsible_id");
        BY_ALIAS.put("v", " left join version v on v.id = w.version_id");
        BY_ALIAS.put("g", " left join category g on g.id = w.category_id");
    }

    private Joins() {}

    /** Those that this SQL of the code names, and no others. */
    static String of(String sql) {
        return BY_ALIAS.entrySet().stream()
                .filter(join -> sql.matches("(?s).*\\b" + join.getKey() + "\\..*"))
                .map(Map.Entry::getValue)
                .collect(Collectors.joining());
    }
}
