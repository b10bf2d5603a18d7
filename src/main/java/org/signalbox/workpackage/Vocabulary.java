package org.signalbox.workpackage;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The words for work packages as one transaction sees them: types, statuses, priorities. */
final class Vocabulary {

    private final List<WorkPackageType> types;
    private final List<Status> statuses;
    private final List<Priority> priorities;
    private final Map<Long, WorkPackageType> typeById;
    private final Map<Long, Status> statusById;
    private final Map<Long, Priority> priorityById;

    Vocabulary(List<WorkPackageType> types, List<Status> statuses, List<Priority> priorities) {
        this.types = types;
        this.statuses = statuses;
        this.priorities = priorities;
        this.typeById = byId(types, WorkPackageType::id);
        this.statusById = byId(statuses, Status::id);
        this.priorityById = byId(priorities, Priority::id);
    }

    List<WorkPackageType> types() {
        return types;
    }

    List<Status> statuses() {
        return statuses;
    }

    List<Priority> priorities() {
        return priorities;
    }

    @Nullable WorkPackageType type(long id) {
        return typeById.get(id);
    }

    @Nullable Status status(long id) {
        return statusById.get(id);
    }

    @Nullable Priority priority(long id) {
        return priorityById.get(id);
    }

    WorkPackageType defaultType() {
        return types.getFirst();
    }

    Status defaultStatus() {
        return first(statuses, Status::isDefault);
    }

    Priority defaultPriority() {
        return first(priorities, Priority::isDefault);
    }

    private static <T> Map<Long, T> byId(List<T> words, Function<T, Long> id) {
        return words.stream().collect(Collectors.toMap(id, Function.identity()));
    }

    private static <T> T first(List<T> words, Predicate<T> wanted) {
        return words.stream().filter(wanted).findFirst().orElseGet(words::getFirst);
    }
}
