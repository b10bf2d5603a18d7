package org.signalbox.work;

import java.util.ArrayList;
import java.util.List;
import org.signalbox.account.Actor;
import org.signalbox.account.Principals;
import org.signalbox.admin.Wording;
import org.signalbox.hal.Reference;
import org.signalbox.store.Database;
import org.signalbox.workpackage.WorkPackage;
import org.signalbox.workpackage.WorkPackages;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The form of a work package. */
@Component
final class WorkPackageForm {
    private static final String START = "startDate";
    private static final String FINISH = "dueDate";

    /** What the API calls the only date of a milestone. */
    private static final String DATE = "date";

    private final Database database;
    private final WorkPackages workPackages;
    private final Principals principals;

    WorkPackageForm(Database database, WorkPackages workPackages, Principals principals) {
        this.database = database;
        this.workPackages = workPackages;
        this.principals = principals;
    }

    /** The fields, and what the API says of them. */
    record Fields(List<Field> list, FormDocument form) {

        /** What was typed, as a client would have sent it. */
        ObjectNode body(MultiValueMap<String, String> typed, String projectHref) {
            ObjectNode body = FormBody.of(list, typed);
            ObjectNode links = body.withObjectProperty("_links");
            links.putObject("project").put("href", projectHref);
            if (form.isSet("type", links.path("type").path("href").asString(""), "isMilestone")) {
                var day = body.path(FINISH).isString() ? body.get(FINISH) : body.get(START);
                body.remove(List.of(START, FINISH));
                if (day != null) {
                    body.set(DATE, day);
                }
            }
            return body;
        }

        /** A new one as the API would make it. */
        MultiValueMap<String, String> standard() {
            MultiValueMap<String, String> typed = new LinkedMultiValueMap<>();
            for (String link : List.of("type", "status", "priority")) {
                typed.add(link, form.link(link));
            }
            return typed;
        }
    }

    /** For one to be created, by who may do that. */
    Fields ofNew(Actor actor, Reference project, Wording wording) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("_links").putObject("project").put("href", href(project));
        var form = workPackages.creationForm(actor, body, "/api/v3/work_packages");
        return fields(actor, project, FormDocument.of(form), false, wording);
    }

    /** For one to be changed, by who may do that. */
    Fields of(Actor actor, WorkPackage current, Wording wording) {
        ObjectNode body =
                JsonNodeFactory.instance.objectNode().put("lockVersion", current.lockVersion());
        var form = workPackages.changeForm(actor, current.id(), body);
        return fields(actor, current.project(), FormDocument.of(form), true, wording);
    }

    static String href(Reference project) {
        return "/api/v3/projects/" + project.id();
    }

    private Fields fields(
            Actor actor, Reference project, FormDocument form, boolean change, Wording wording) {
        List<Field> fields = new ArrayList<>();
        fields.add(Field.of("subject", Kind.LINE, wording.say("work.subject")));
        fields.add(Field.choice("type", wording.say("work.type"), form.options("type")));
        fields.add(Field.choice("status", wording.say("work.status"), form.options("status")));
        fields.add(
                Field.choice("priority", wording.say("work.priority"), form.options("priority")));
        fields.add(
                Field.choice("assignee", wording.say("work.assignee"), people(actor, project))
                        .orNone(wording.say("work.assignee.none")));
        fields.add(Field.of(START, Kind.DATE, wording.say("work.start")));
        fields.add(
                Field.of(FINISH, Kind.DATE, wording.say("work.finish"))
                        .explained(wording.say("work.finish.hint")));
        fields.add(Field.of("estimatedTime", Kind.HOURS, wording.say("work.estimated")));
        fields.add(Field.of("percentageDone", Kind.NUMBER, wording.say("work.done")));
        fields.add(Field.of("description", Kind.TEXT, wording.say("work.description")));
        if (change) {
            fields.add(Field.of("lockVersion", Kind.KEPT, ""));
        }
        return new Fields(List.copyOf(fields), form);
    }

    private List<Option> people(Actor actor, Reference project) {
        return database
                .read(view -> principals.assignable(view, actor, project.id()))
                .what()
                .stream()
                .map(one -> new Option(one.kindOf().path() + "/" + one.id(), one.name()))
                .toList();
    }

    /** A document of the API with the only date of a milestone where the form has it. */
    static ObjectNode spread(ObjectNode document) {
        if (document.has(DATE)) {
            document.set(FINISH, document.get(DATE));
        }
        return document;
    }
}
