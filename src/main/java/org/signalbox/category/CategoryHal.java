package org.signalbox.category;

import static org.signalbox.hal.Types.INTEGER;
import static org.signalbox.hal.Types.STRING;

import org.signalbox.account.Permission;
import org.signalbox.account.Rights;
import org.signalbox.hal.Attribute;
import org.signalbox.hal.Description;
import org.signalbox.hal.Document;
import org.signalbox.hal.Link;
import org.signalbox.hal.Reference;
import org.signalbox.hal.Type;
import org.signalbox.hal.Types;
import org.signalbox.project.ProjectHal;

/** Categories in the API. */
public final class CategoryHal {

    /** How other resources link to a category. */
    public static final Type<Reference> LINK = Types.link("Category", "categories");

    static final Attribute<Category, String> NAME =
            Attribute.of("name", STRING, Category::name).writable().required().length(1, 256);
    static final Attribute<Category, Reference> DEFAULT_ASSIGNEE =
            Attribute.of("defaultAssignee", Types.link("User", "users"), Category::defaultAssignee)
                    .writable();

    static final Description<Category> CATEGORY =
            Description.<Category>of("Category")
                    .with(
                            Attribute.of("id", INTEGER, Category::id),
                            NAME,
                            Attribute.of("project", ProjectHal.LINK, Category::project),
                            DEFAULT_ASSIGNEE);

    private CategoryHal() {}

    /** A category by itself, among others, or inside another resource. */
    public static Document of(Category category, Rights rights) {
        var self = "/api/v3/categories/" + category.id();
        var document = CATEGORY.document(category).link("self", Link.to(self, category.name()));
        var assignee = category.defaultAssignee();
        if (assignee != null && !rights.seesUser(assignee.id())) {
            document.link("defaultAssignee", Link.undisclosed());
        }
        if (rights.may(Permission.MANAGE_CATEGORIES, category.project().id())) {
            document.link("updateImmediately", Link.action(self, "patch"))
                    .link("delete", Link.action(self, "delete"));
        }
        return document;
    }
}
