package org.rung.filters;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rung.common.Actor;
import org.rung.common.OrganizationId;
import org.rung.common.Page;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.consent.Consents;
import org.rung.consent.PhoneConsent;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The list of the organization's supporters, page by page: five queries, whatever the size. */
@Service
public class SupporterList {
    private final SupporterPageStore store;
    private final Filters filters;
    private final Consents consents;

    SupporterList(SupporterPageStore store, Filters filters, Consents consents) {
        this.store = store;
        this.filters = filters;
        this.consents = consents;
    }

    /** Newest first; pages stay where they are while people are added. */
    @Transactional(readOnly = true)
    public Page<SupporterRow> page(Actor actor, SupporterFilter filter, Page.Wanted wanted) {
        return page(actor, filter, SupporterOrder.NEWEST, wanted);
    }

    /** @throws Problem.Invalid for a filter that cannot be understood, or a page mark of another order */
    @Transactional(readOnly = true)
    public Page<SupporterRow> page(Actor actor, SupporterFilter filter, SupporterOrder order, Page.Wanted wanted) {
        actor.must(Permission.SEE_PEOPLE);
        filters.mustBeOpenTo(actor, filter);
        var mark = wanted.after().map(text -> PageMark.read(text, order));
        // One more than asked for tells whether a page follows.
        var found = store.page(actor.organization(), filter, order, mark, wanted.size() + 1);
        var shown = found.subList(0, Math.min(wanted.size(), found.size()));
        var next = found.size() > wanted.size()
                ? Optional.of(mark(shown.getLast(), order).text())
                : Optional.<String>empty();
        return new Page<>(rows(actor.organization(), shown), next);
    }

    /** Exact; slow for a filter that hundreds of thousands match. */
    @Transactional(readOnly = true)
    public long count(Actor actor, SupporterFilter filter) {
        actor.must(Permission.SEE_PEOPLE);
        filters.mustBeOpenTo(actor, filter);
        return store.count(actor.organization(), filter);
    }

    /** At most that many; that many mean that many or more. For screens, which must not wait. */
    @Transactional(readOnly = true)
    public long count(Actor actor, SupporterFilter filter, int most) {
        actor.must(Permission.SEE_PEOPLE);
        filters.mustBeOpenTo(actor, filter);
        return store.count(actor.organization(), filter, most);
    }

    private List<SupporterRow> rows(OrganizationId organization, List<SupporterPageStore.Name> names) {
        var ids = names.stream().map(SupporterPageStore.Name::supporterId).collect(Collectors.toSet());
        if (ids.isEmpty()) return List.of();
        var phones = store.phones(organization, ids);
        var tags = store.tags(organization, ids);
        var standing = consents.of(organization, phones.values());
        return names.stream()
                .map(name -> {
                    var phone = Optional.ofNullable(phones.get(name.supporterId()));
                    return new SupporterRow(
                            name.supporterId(),
                            name.firstName(),
                            name.lastName(),
                            name.city(),
                            name.postalCode(),
                            phone,
                            phone.map(standing::get).map(PhoneConsent::consent),
                            tags.getOrDefault(name.supporterId(), List.of()));
                })
                .toList();
    }

    private static PageMark mark(SupporterPageStore.Name last, SupporterOrder order) {
        return new PageMark(
                order, last.lastName(), last.firstName(), last.supporterId().value());
    }
}
