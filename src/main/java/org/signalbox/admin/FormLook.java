package org.signalbox.admin;

import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What is looked at while the form is filled in, and not saved.
 *
 * @param preview the event whose payload is shown; null for the first
 * @param projects what is searched for among the projects
 */
record FormLook(@Nullable String preview, String projects) {
    static final FormLook FIRST = new FormLook(null, "");

    static FormLook of(MultiValueMap<String, String> sent) {
        String projects = sent.getFirst("project_search");
        return new FormLook(sent.getFirst("preview"), projects == null ? "" : projects.strip());
    }
}
