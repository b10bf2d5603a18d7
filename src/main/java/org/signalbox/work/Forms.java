package org.signalbox.work;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.signalbox.admin.Faults;
import org.signalbox.admin.Stale;
import org.signalbox.admin.Wording;
import org.signalbox.hal.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** Puts forms into the model of a page. */
final class Forms {
    private static final String TEMPLATE = "work-form";

    private Forms() {}

    /** A new one, with these values in it. */
    static String blank(
            Sheet.Frame frame,
            List<Field> fields,
            MultiValueMap<String, String> typed,
            Model model) {
        return show(frame, fields, typed, null, Faults.NONE, model);
    }

    /** One for something that the API shows so. */
    static String filled(Opened form, Wording wording, Model model) {
        List<Field> known =
                FormBody.withKept(form.fields(), form.document(), wording.say("form.undisclosed"));
        return show(
                form.frame(),
                known,
                FormBody.typed(known, form.document(), wording.locale()),
                null,
                Faults.NONE,
                model);
    }

    /** The same again with what was typed, and what is wrong with it. */
    static String again(
            Sheet.Frame frame,
            List<Field> fields,
            MultiValueMap<String, String> typed,
            Refusal refusal,
            Wording wording,
            Model model,
            HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        Faults faults = new RuleWords(fields, wording).of(refusal);
        return show(frame, fields, typed, null, faults, model);
    }

    /** The same again, after somebody else was faster. */
    static String outrun(
            Opened form,
            MultiValueMap<String, String> typed,
            Stale stale,
            Model model,
            HttpServletResponse response) {
        response.setStatus(HttpStatus.CONFLICT.value());
        return show(form.frame(), form.fields(), typed, stale, Faults.NONE, model);
    }

    /** The entries of a form that is a part of a page. */
    static Sheet sheet(Sheet.Frame frame, List<Field> fields, MultiValueMap<String, String> typed) {
        return new Sheet(
                frame,
                fields.stream()
                        .map(field -> new Entry(field, typed.getOrDefault(field.name(), List.of())))
                        .toList());
    }

    /** Nothing typed yet. */
    static MultiValueMap<String, String> nothing() {
        return new LinkedMultiValueMap<>();
    }

    private static String show(
            Sheet.Frame frame,
            List<Field> fields,
            MultiValueMap<String, String> typed,
            @Nullable Stale stale,
            Faults faults,
            Model model) {
        model.addAttribute("sheet", sheet(frame, fields, typed));
        model.addAttribute("stale", stale);
        model.addAttribute("faults", faults);
        return TEMPLATE;
    }
}
