package org.rung.people;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rung.common.OrganizationId;
import org.rung.common.Page;
import org.rung.consent.Consents;
import org.rung.consent.PhoneConsent;
import org.springframework.stereotype.Component;

/** One page of supporters with what a list shows of each: five queries, whatever the size. */
@Component
class SupporterList {
    private final SupporterPageStore store;
    private final PhoneStore phones;
    private final TagStore tags;
    private final Consents consents;

    SupporterList(SupporterPageStore store, PhoneStore phones, TagStore tags, Consents consents) {
        this.store = store;
        this.phones = phones;
        this.tags = tags;
        this.consents = consents;
    }

    Page<SupporterRow> page(
            OrganizationId organization, SupporterFilter filter, SupporterOrder order, Page.Wanted wanted) {
        var mark = wanted.after().map(text -> PageMark.read(text, order));
        // One more than asked for tells whether a page follows.
        var found = store.page(organization, filter, order, mark, wanted.size() + 1);
        var shown = found.subList(0, Math.min(wanted.size(), found.size()));
        var next = found.size() > wanted.size()
                ? Optional.of(mark(shown.getLast(), order).text())
                : Optional.<String>empty();
        return new Page<>(rows(organization, shown), next);
    }

    long count(OrganizationId organization, SupporterFilter filter) {
        return store.count(organization, filter);
    }

    private List<SupporterRow> rows(OrganizationId organization, List<SupporterPageStore.Name> names) {
        var ids = names.stream().map(SupporterPageStore.Name::supporterId).collect(Collectors.toSet());
        if (ids.isEmpty()) return List.of();
        var phonesOf = phones.of(organization, ids);
        var tagsOf = tags.of(organization, ids);
        var texting = phonesOf.values().stream().map(List::getFirst).collect(Collectors.toSet());
        var standing = consents.of(organization, texting);
        return names.stream()
                .map(name -> {
                    var phone = phonesOf.getOrDefault(name.supporterId(), List.of()).stream()
                            .findFirst();
                    return new SupporterRow(
                            name.supporterId(),
                            name.firstName(),
                            name.lastName(),
                            name.city(),
                            name.postalCode(),
                            phone,
                            phone.map(standing::get).map(PhoneConsent::consent),
                            tagsOf.getOrDefault(name.supporterId(), List.of()).stream()
                                    .map(Tag::name)
                                    .toList());
                })
                .toList();
    }

    private static PageMark mark(SupporterPageStore.Name last, SupporterOrder order) {
        return new PageMark(
                order, last.lastName(), last.firstName(), last.supporterId().value());
    }
}
