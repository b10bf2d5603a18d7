package org.signalbox.project;

import org.signalbox.hal.Choices;

/**
 * On what it depends what can be written of a project.
 *
 * @param id 0 for one that is to be created
 * @param admin whether who asks is an administrator
 */
record ProjectCircumstances(long id, boolean admin) {

    Choices parents() {
        var path = "/api/v3/projects/available_parent_projects";
        return Choices.at(id == 0 ? path : path + "?of=" + id);
    }
}
