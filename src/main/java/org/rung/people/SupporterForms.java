package org.rung.people;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rung.common.Actor;
import org.rung.common.OrganizationId;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Supporters written by hand, one at a time. Unlike an import, a form says everything: what is empty in it becomes empty. */
@Service
public class SupporterForms {
    private final SupporterStore store;
    private final PhoneStore phones;
    private final TagStore tags;
    private final FieldStore fields;
    private final UpsertStore turns;
    private final HouseholdStore households;
    private final Clock clock;

    SupporterForms(
            SupporterStore store,
            PhoneStore phones,
            TagStore tags,
            FieldStore fields,
            UpsertStore turns,
            HouseholdStore households,
            Clock clock) {
        this.store = store;
        this.phones = phones;
        this.tags = tags;
        this.fields = fields;
        this.turns = turns;
        this.households = households;
        this.clock = clock;
    }

    /** @throws Problem.Conflict when someone with this number and this first name is there already */
    @Transactional
    public SupporterId add(Actor actor, SupporterDraft draft) {
        actor.must(Permission.EDIT_PEOPLE);
        mustSaySomething(draft);
        // Two people adding the same number at once meet here, as two texts from it would.
        turns.takeTurn(actor.organization());
        var folded = new FoldedName(draft.firstName());
        for (var phone : draft.phones()) {
            var holders = store.all(actor.organization(), phones.holders(actor.organization(), phone))
                    .values();
            if (holders.stream().anyMatch(each -> new FoldedName(each.firstName()).matches(folded))) {
                throw new Problem.Conflict("problem.person-here");
            }
        }
        var id = store.newcomer(actor.organization(), "form", clock.instant());
        write(actor.organization(), id, draft);
        return id;
    }

    /** @throws Problem.Missing also for a supporter of another organization */
    @Transactional
    public void change(Actor actor, SupporterId supporterId, SupporterDraft draft) {
        actor.must(Permission.EDIT_PEOPLE);
        mustSaySomething(draft);
        if (!store.has(actor.organization(), supporterId)) throw new Problem.Missing("supporter", supporterId);
        write(actor.organization(), supporterId, draft);
    }

    private void write(OrganizationId organization, SupporterId id, SupporterDraft draft) {
        var now = clock.instant();
        store.describe(organization, id, draft, now);
        phones.replace(organization, id, draft.phones());
        var names = draft.tags().stream().map(Tag::named).toList();
        tags.make(organization, names, now);
        tags.keepOnly(organization, id, names);
        tags.put(organization, List.of(id), names, now);
        fields.replace(organization, id, values(organization, draft.fields()));
        households.settle(organization, List.of(id));
    }

    private Map<CustomField, String> values(OrganizationId organization, Map<String, String> said) {
        var byKey = fields.all(organization).stream().collect(Collectors.toMap(CustomField::key, Function.identity()));
        var values = new LinkedHashMap<CustomField, String>();
        said.forEach((key, value) -> {
            var field = byKey.get(FieldKey.of(key).text());
            if (field == null) throw new Problem.Invalid("fields", "problem.field-unknown", key);
            if (!value.isBlank()) values.put(field, field.written(value));
        });
        return values;
    }

    private static void mustSaySomething(SupporterDraft draft) {
        if (draft.firstName().isEmpty()
                && draft.lastName().isEmpty()
                && draft.phones().isEmpty()
                && draft.email().isEmpty()) {
            throw new Problem.Invalid("firstName", "problem.person-empty");
        }
    }
}
