package org.signalbox.account;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The kinds of administrative changes that are written down. */
public enum AuditAction {
    WEBHOOK_CREATED("webhook.created"),
    WEBHOOK_UPDATED("webhook.updated"),
    WEBHOOK_DELETED("webhook.deleted"),
    WEBHOOK_PAUSED("webhook.paused"),
    WEBHOOK_RESUMED("webhook.resumed"),
    WEBHOOK_SKIPPED("webhook.skipped"),
    WEBHOOK_REPLAYED("webhook.replayed"),
    WEBHOOK_REDELIVERED("webhook.redelivered"),
    WEBHOOK_SECRET_ROTATED("webhook.secret_rotated"),
    USER_CREATED("user.created"),
    USER_UPDATED("user.updated"),
    USER_LOCKED("user.locked"),
    USER_UNLOCKED("user.unlocked"),
    USER_DELETED("user.deleted"),
    GROUP_CREATED("group.created"),
    GROUP_UPDATED("group.updated"),
    GROUP_DELETED("group.deleted"),
    PLACEHOLDER_USER_CREATED("placeholder_user.created"),
    PLACEHOLDER_USER_UPDATED("placeholder_user.updated"),
    PLACEHOLDER_USER_DELETED("placeholder_user.deleted"),
    MEMBERSHIP_CREATED("membership.created"),
    MEMBERSHIP_UPDATED("membership.updated"),
    MEMBERSHIP_DELETED("membership.deleted"),
    PROJECT_CREATED("project.created"),
    PROJECT_ARCHIVED("project.archived"),
    PROJECT_UNARCHIVED("project.unarchived"),
    PROJECT_DELETED("project.deleted"),
    NON_WORKING_DAY_CREATED("non_working_day.created"),
    NON_WORKING_DAY_DELETED("non_working_day.deleted"),
    TOKEN_CREATED("token.created"),
    TOKEN_REVOKED("token.revoked"),
    SETTING_CHANGED("setting.changed"),
    OAUTH_APPLICATION_CREATED("oauth_application.created"),
    OAUTH_APPLICATION_UPDATED("oauth_application.updated"),
    OAUTH_APPLICATION_DELETED("oauth_application.deleted"),
    OAUTH_APPLICATION_SECRET_RENEWED("oauth_application.secret_renewed"),
    OAUTH_AUTHORISATION_GRANTED("oauth_authorisation.granted"),
    OAUTH_AUTHORISATION_REVOKED("oauth_authorisation.revoked");

    private final String word;

    AuditAction(String word) {
        this.word = word;
    }

    /** The thing, a dot and what happened to it: {@code webhook.created}. */
    public String word() {
        return word;
    }

    /** The one that is so called. */
    public static Optional<AuditAction> named(@Nullable String word) {
        for (AuditAction action : values()) {
            if (action.word.equals(word)) {
                return Optional.of(action);
            }
        }
        return Optional.empty();
    }
}
