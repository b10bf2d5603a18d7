package org.signalbox.workpackage;

import org.signalbox.store.View;
import org.springframework.stereotype.Component;

/** The SQL of what events about work packages tell besides. */
@Component
final class WorkPackageFactStore {

    long comments(View view, long workPackage) {
        return view.sql(
                        """
                        select count(*) from journal
                         where work_package_id = :workPackage and comment <> ''
                        """)
                .param("workPackage", workPackage)
                .query((row, _) -> row.getLong(1))
                .single();
    }
}
