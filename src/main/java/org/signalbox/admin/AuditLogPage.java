package org.signalbox.admin;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.Actor;
import org.signalbox.account.AuditAction;
import org.signalbox.audit.AuditEntry;
import org.signalbox.audit.AuditLog;
import org.signalbox.audit.AuditQuery;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What administrators changed, newest first. */
@Controller
class AuditLogPage {
    static final String PATH = "/admin/settings/audit_log";

    private static final int ROWS = 50;

    private final AuditLog log;

    AuditLogPage(AuditLog log) {
        this.log = log;
    }

    @GetMapping(PATH)
    String list(
            Actor actor,
            @RequestParam(defaultValue = "") String user,
            @RequestParam(defaultValue = "") String action,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String before,
            Model model,
            Wording wording) {
        var filter = new AuditView.Filter(user, action, from, until);
        LocalDate last = day(until);
        var query =
                new AuditQuery(
                        number(user),
                        AuditAction.named(action).orElse(null),
                        start(day(from), wording),
                        start(last == null ? null : last.plusDays(1), wording),
                        number(before));
        List<AuditEntry> entries = log.newest(actor, query, ROWS + 1);
        model.addAttribute(
                "page",
                AuditView.of(filter, entries, ROWS, query.before(), log.people(actor), wording));
        return "audit-log";
    }

    /** A day begins where the person is who looks at the page. */
    private static @Nullable Instant start(@Nullable LocalDate day, Wording wording) {
        return day == null ? null : day.atStartOfDay(wording.zone()).toInstant();
    }

    /** What is no day says nothing. */
    private static @Nullable LocalDate day(String text) {
        try {
            LocalDate day = text.isEmpty() ? null : LocalDate.parse(text);
            return day == null || day.getYear() < 1970 || day.getYear() > 9998 ? null : day;
        } catch (DateTimeException _) {
            return null;
        }
    }

    private static @Nullable Long number(String text) {
        boolean digits = !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits && text.length() <= 18 ? Long.valueOf(text) : null;
    }
}
