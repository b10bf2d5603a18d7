package org.signalbox.account;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.signalbox.event.Change;
import org.signalbox.event.EventLog;
import org.signalbox.event.EventTypes;
import org.signalbox.event.NewEvent;
import org.signalbox.event.Snapshot;
import org.signalbox.event.Subject;
import org.signalbox.hal.Document;
import org.signalbox.hal.Form;
import org.signalbox.hal.Input;
import org.signalbox.hal.Refusal;
import org.signalbox.store.Database;
import org.signalbox.store.Tx;
import org.signalbox.store.View;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * What becomes of people. Administrators add, change, lock and delete them; everybody may change
 * their own name, e-mail, language and password. One active administrator is left at any time.
 */
@Component
public final class UserChanges {
    private static final String PATH = "/api/v3/users";

    private final Database database;
    private final InstantSource time;
    private final UserStore store;
    private final PrincipalStore principals;
    private final PreferenceStore preferences;
    private final EventLog events;
    private final Passwords passwords;
    private final ApiTokens tokens;
    private final List<Belongings> belongings;
    private final AuditTrail audit;

    UserChanges(
            Database database,
            InstantSource time,
            UserStore store,
            PrincipalStore principals,
            PreferenceStore preferences,
            EventLog events,
            Passwords passwords,
            ApiTokens tokens,
            List<Belongings> belongings,
            AuditTrail audit) {
        this.database = database;
        this.time = time;
        this.store = store;
        this.principals = principals;
        this.preferences = preferences;
        this.events = events;
        this.passwords = passwords;
        this.tokens = tokens;
        this.belongings = belongings;
        this.audit = audit;
    }

    /** Adds the first administrator with a token, unless there is somebody already. */
    boolean addFirst(String login, String password, String token) {
        String hash = passwords.encode(password);
        return database.write(tx -> {
            if (!store.empty(tx)) {
                return false;
            }
            User admin = add(tx, Actor.system(), first(login), hash);
            tokens.insert(tx, Actor.system(), admin.id(), "First login", null, token);
            return true;
        });
    }

    private User first(String login) {
        Instant now = time.instant();
        return new User(
                0,
                login,
                "Signalbox",
                "Admin",
                "admin@example.net",
                true,
                UserStatus.ACTIVE,
                "en",
                Employment.UNKNOWN,
                now,
                now);
    }

    /** Adds a person from what a client wrote. */
    public User create(Actor actor, ObjectNode body) {
        requireAdmin(actor);
        Input input = UserHal.USERS.creation(body);
        User user = created(input);
        input.check();
        String password = input.get(UserHal.PASSWORD);
        String hash = password == null ? null : passwords.hash(password);
        return database.write(tx -> {
            checkUnique(tx, user, input);
            input.check();
            return add(tx, actor, user, hash);
        });
    }

    public Document creationForm(Actor actor, ObjectNode body) {
        requireAdmin(actor);
        Input input = UserHal.USERS.creation(body);
        return database.read(view ->
                Form.creation(UserHal.USERS, input, () -> checkUnique(view, created(input), input))
                        .showing(user -> UserHal.document(user, actor))
                        .under(_ -> actor)
                        .document(PATH));
    }

    /**
     * Changes a person to what a client wrote. A password for somebody who had none makes them
     * active.
     *
     * @param address where the request comes from
     */
    public User change(Actor actor, long id, ObjectNode body, String address) {
        return change(actor, id, null, body, address);
    }

    /**
     * The same for who has looked at the person first.
     *
     * @param seen when the person had been changed last, to the millisecond; null for whenever
     * @throws Refusal.Conflict if they were changed after that
     */
    public User change(
            Actor actor, long id, @Nullable Instant seen, ObjectNode body, String address) {
        User known = editable(actor, id);
        Input input = UserHal.USERS.change(body, known);
        input.check();
        String hash = newHash(actor, known, input, address);
        return database.write(tx -> {
            User before = store.find(tx, id).orElseThrow(Refusal.NotFound::new);
            Refusal.Conflict.check(seen, before.updatedAt());
            User after = changed(tx, actor, before, input, hash != null);
            Deed deed = deed(AuditAction.USER_UPDATED, after).with(changes(before, after));
            if (hash != null) {
                passwords.change(tx, before, hash);
                deed = deed.withSecret("password");
            }
            if (deed.changedAnything()) {
                audit.append(tx, actor, deed);
            }
            return after;
        });
    }

    public Document changeForm(Actor actor, long id, ObjectNode body, String address) {
        User before = editable(actor, id);
        Input input = UserHal.USERS.change(body, before);
        boolean hasPassword = isPasswordTaken(actor, before, input, address);
        return database.read(view ->
                Form.change(
                                UserHal.USERS,
                                before,
                                input,
                                () -> written(view, actor, before, input, hasPassword))
                        .showing(user -> UserHal.document(user, actor))
                        .under(_ -> actor)
                        .document(PATH + "/" + id));
    }

    /** What the actor can write of people. */
    public Document schema(Actor actor) {
        return UserHal.USERS.schema(PATH + "/schema", actor);
    }

    /** Keeps a person out, at once. */
    public User lock(Actor actor, long id) {
        return setStatus(actor, id, UserStatus.LOCKED);
    }

    /** Lets a locked person in again. */
    public User unlock(Actor actor, long id) {
        return setStatus(actor, id, UserStatus.ACTIVE);
    }

    /**
     * Deletes a person with everything personal; what they did stays, as done by a deleted user.
     */
    public void delete(Actor actor, long id) {
        database.run(tx -> {
            User user = store.find(tx, id).orElseThrow(Refusal.NotFound::new);
            requireAdmin(actor);
            requireAnotherAdmin(tx, user);
            belongings.forEach(theirs -> theirs.giveUp(tx, actor, user));
            principals.leaveGroups(tx, id);
            preferences.delete(tx, id);
            tokens.deleteOf(tx, id);
            store.forget(tx, id, time.instant());
            append(tx, EventTypes.USER_DELETED, actor, user, told(actor, user));
            audit.append(tx, actor, deed(AuditAction.USER_DELETED, user));
        });
    }

    private @Nullable String newHash(Actor actor, User user, Input input, String address) {
        String password = input.get(UserHal.PASSWORD);
        if (password == null) {
            return null;
        }
        if (actor.is(user.id())) {
            passwords.confirm(user, input.get(UserHal.CURRENT_PASSWORD), address);
        }
        return passwords.hash(password);
    }

    private boolean isPasswordTaken(Actor actor, User user, Input input, String address) {
        try {
            return newHash(actor, user, input, address) != null;
        } catch (Refusal.Invalid wrong) {
            input.problems().add(wrong);
            return false;
        }
    }

    private User editable(Actor actor, long id) {
        User found = database.read(view -> store.find(view, id)).orElseThrow(Refusal.NotFound::new);
        if (!actor.isAdmin() && !actor.is(id)) {
            throw new Refusal.Forbidden();
        }
        return found;
    }

    private User created(Input input) {
        User user = UserInput.created(input, time.instant());
        UserInput.check(user, input.problems());
        if (user.active() && input.get(UserHal.PASSWORD) == null) {
            input.problems().add(UserHal.PASSWORD, "can't be blank");
        }
        return user;
    }

    /** The person who would be so after the write; what is wrong is added to the input. */
    private User written(View view, Actor actor, User before, Input input, boolean hasPassword) {
        boolean arrives =
                hasPassword
                        && (before.status() == UserStatus.INVITED
                                || before.status() == UserStatus.REGISTERED);
        UserStatus status = arrives ? UserStatus.ACTIVE : before.status();
        User after = UserInput.changed(input, before, status, time.instant());
        Map<String, Change> changes = changes(before, after);
        if (changes.isEmpty()) {
            return before;
        }
        UserInput.checkAllowed(actor, changes, input.problems());
        UserInput.check(after, input.problems());
        if (!after.admin() && isAdmin(before) && store.activeAdmins(view) <= 1) {
            input.problems().add(noAdminLeft());
        }
        return checkUnique(view, after, input);
    }

    private User changed(Tx tx, Actor actor, User before, Input input, boolean hasPassword) {
        User after = written(tx, actor, before, input, hasPassword);
        input.check();
        Map<String, Change> changes = changes(before, after);
        if (changes.isEmpty()) {
            return before;
        }
        if (!after.admin()) {
            requireAnotherAdmin(tx, before);
        }
        update(tx, actor, before, after, changes);
        if (after.status() != before.status()) {
            append(
                    tx,
                    EventTypes.USER_STATUS_CHANGED,
                    actor,
                    after,
                    told(actor, before, after, changes));
        }
        return after;
    }

    private User setStatus(Actor actor, long id, UserStatus status) {
        return database.write(tx -> {
            User before = store.find(tx, id).orElseThrow(Refusal.NotFound::new);
            requireAdmin(actor);
            boolean locked = before.status() == UserStatus.LOCKED;
            if (locked == (status == UserStatus.LOCKED)) {
                throw new Refusal.BadTransition(before.status().word());
            }
            requireAnotherAdmin(tx, before);
            User after = before.with(status, time.instant());
            var changes = changes(before, after);
            update(tx, actor, before, after, changes);
            append(
                    tx,
                    EventTypes.USER_ACTIVATION_CHANGED,
                    actor,
                    after,
                    told(actor, before, after, changes));
            audit.append(tx, actor, deed(lockOrUnlock(status), after));
            return after;
        });
    }

    private User add(Tx tx, Actor actor, User user, @Nullable String hash) {
        User added = user.with(store.insert(tx, user));
        if (hash != null) {
            store.setPassword(tx, added.id(), hash, time.instant());
        }
        append(tx, EventTypes.USER_CREATED, actor, added, told(actor, added));
        Deed deed =
                deed(AuditAction.USER_CREATED, added)
                        .with(UserHal.USERS.values(added, Change::new));
        audit.append(tx, actor, hash == null ? deed : deed.withSecret("password"));
        return added;
    }

    private void update(Tx tx, Actor actor, User before, User after, Map<String, Change> changes) {
        store.update(tx, after);
        tokens.recheck(tx);
        append(tx, EventTypes.USER_UPDATED, actor, after, told(actor, before, after, changes));
    }

    private static AuditAction lockOrUnlock(UserStatus status) {
        return status == UserStatus.LOCKED ? AuditAction.USER_LOCKED : AuditAction.USER_UNLOCKED;
    }

    private static Deed deed(AuditAction action, User user) {
        return Deed.of(action, "User", user.id(), user.name());
    }

    private static Map<String, Change> changes(User before, User after) {
        return UserHal.USERS.changes(before, after, Change::new);
    }

    private static Snapshot told(Actor actor, User user) {
        return Snapshot.of(new UserDetail(user), actor.person());
    }

    private static Snapshot told(
            Actor actor, User before, User after, Map<String, Change> changes) {
        return new Snapshot(new UserDetail(after), actor.person(), changes)
                .updatedBefore(before.updatedAt());
    }

    private void append(Tx tx, String type, Actor actor, User user, Snapshot snapshot) {
        events.append(
                tx, new NewEvent(type, Subject.of("user", user.id()), null, actor.id(), snapshot));
    }

    private User checkUnique(View view, User user, Input input) {
        if (store.loginTaken(view, user.login(), user.id())) {
            input.problems().add(UserHal.LOGIN, "has already been taken");
        }
        if (store.emailTaken(view, user.email(), user.id())) {
            input.problems().add(UserHal.EMAIL, "has already been taken");
        }
        return user;
    }

    /**
     * Refuses to lose this person where they are the last one who could let others in, whoever else
     * is leaving at this moment.
     */
    private void requireAnotherAdmin(Tx tx, User user) {
        if (isAdmin(user) && store.holdActiveAdmins(tx) <= 1) {
            throw noAdminLeft();
        }
    }

    private static boolean isAdmin(User user) {
        return user.admin() && user.active();
    }

    private static Refusal.Invalid noAdminLeft() {
        return new Refusal.Invalid("admin", "At least one active administrator has to be left.");
    }

    private static void requireAdmin(Actor actor) {
        if (!actor.isAdmin()) {
            throw new Refusal.Forbidden();
        }
    }
}
