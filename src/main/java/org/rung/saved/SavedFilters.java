package org.rung.saved;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.OrganizationId;
import org.rung.common.Page;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.filters.Filters;
import org.rung.filters.SupporterFilter;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Filters under a name. Whoever sees people may load one; to save, rename or delete one needs CUT_TURF. */
@Service
public class SavedFilters {
    private static final int LONGEST_NAME = 120;
    private static final int SHOWN_USES = 3;

    private final SavedFilterStore store;
    private final Filters filters;
    private final List<SavedFilterUse> uses;
    private final Clock clock;

    SavedFilters(SavedFilterStore store, Filters filters, List<SavedFilterUse> uses, Clock clock) {
        this.store = store;
        this.filters = filters;
        this.uses = uses;
        this.clock = clock;
    }

    /** By name. */
    @Transactional(readOnly = true)
    public Page<SavedFilter> page(Actor actor, Page.Wanted wanted) {
        actor.must(Permission.SEE_PEOPLE);
        var after = wanted.after()
                .map(text ->
                        here(actor, new SavedFilterId(Id.parse("after", text))).name());
        var rows = store.page(actor.organization(), after, wanted.size() + 1);
        if (rows.size() <= wanted.size()) return new Page<>(rows, Optional.empty());
        var page = rows.subList(0, wanted.size());
        return new Page<>(page, Optional.of(page.getLast().savedFilterId().text()));
    }

    /** @throws Problem.Missing also for one of another organization */
    @Transactional(readOnly = true)
    public SavedFilter get(Actor actor, SavedFilterId id) {
        actor.must(Permission.SEE_PEOPLE);
        return here(actor, id);
    }

    /**
     * @throws Problem.Invalid for a filter that cannot be understood, that asks nothing, or that names a saved one
     * @throws Problem.Conflict when there is one of this name
     */
    @Transactional
    public SavedFilterId save(Actor actor, String name, SupporterFilter filter) {
        actor.must(Permission.CUT_TURF);
        filters.mustBeOpenTo(actor, filter);
        checked(actor.organization(), filter);
        var now = clock.instant();
        var saved = new SavedFilter(new SavedFilterId(Id.next()), named(name), filter, actor.member(), now, now);
        if (!store.add(actor.organization(), saved)) throw taken(saved.name());
        return saved.savedFilterId();
    }

    @Transactional
    public void rename(Actor actor, SavedFilterId id, String name) {
        actor.must(Permission.CUT_TURF);
        var before = here(actor, id);
        change(actor.organization(), before, named(name), before.filter());
    }

    /** Whatever names it, such as a live turf, asks the new one from now on. */
    @Transactional
    public void refilter(Actor actor, SavedFilterId id, SupporterFilter filter) {
        actor.must(Permission.CUT_TURF);
        filters.mustBeOpenTo(actor, filter);
        checked(actor.organization(), filter);
        var before = here(actor, id);
        change(actor.organization(), before, before.name(), filter);
    }

    /** @throws Problem.Conflict naming what uses it */
    @Transactional
    public void remove(Actor actor, SavedFilterId id) {
        actor.must(Permission.CUT_TURF);
        here(actor, id);
        var used = uses.stream()
                .flatMap(use -> use.uses(actor.organization(), id).stream())
                .toList();
        if (!used.isEmpty())
            throw new Problem.Conflict(
                    "problem.saved-filter-used",
                    String.join(", ", used.stream().limit(SHOWN_USES).toList()),
                    used.size());
        store.remove(actor.organization(), id);
    }

    private void change(OrganizationId organization, SavedFilter before, String name, SupporterFilter filter) {
        if (store.isNamed(organization, name, before.savedFilterId())) throw taken(name);
        try {
            store.change(
                    organization,
                    new SavedFilter(
                            before.savedFilterId(),
                            name,
                            filter,
                            before.member(),
                            before.createdAt(),
                            clock.instant()));
        } catch (DuplicateKeyException another) {
            throw taken(name);
        }
    }

    private void checked(OrganizationId organization, SupporterFilter filter) {
        if (filter.isEveryone()) throw new Problem.Invalid("filter", "problem.saved-filter-empty");
        // A filter that names itself, over however many others, would never end.
        if (filter.lines().stream().anyMatch(line -> line.kind().equals(SavedFilterCriterionStore.KIND)))
            throw new Problem.Invalid("filter", "problem.saved-filter-nested");
        filters.matching(organization, filter);
    }

    private SavedFilter here(Actor actor, SavedFilterId id) {
        return store.get(actor.organization(), id).orElseThrow(() -> new Problem.Missing("saved filter", id));
    }

    private static String named(String name) {
        var plain = name.strip();
        if (plain.isEmpty() || plain.codePointCount(0, plain.length()) > LONGEST_NAME)
            throw new Problem.Invalid("name", "problem.length", 1, LONGEST_NAME);
        return plain;
    }

    private static Problem.Conflict taken(String name) {
        return new Problem.Conflict("problem.saved-filter-name", name);
    }
}
