package org.rung.turf.ui;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.rung.accounts.MemberFilter;
import org.rung.accounts.Members;
import org.rung.common.Actor;
import org.rung.common.MemberId;
import org.rung.common.Permission;

/** Some of those who may text, found by name. */
class MemberPick extends MultiSelectComboBox<MemberId> {
    private final Map<MemberId, String> names = new HashMap<>();

    MemberPick(String label, Members members, Actor actor, Set<MemberId> given) {
        super(label);
        names.putAll(members.names(actor.organization(), given));
        setItems(query -> members
                .search(
                        actor,
                        MemberFilter.whoMay(
                                Permission.TEXT, Set.of(), query.getFilter().orElse("")),
                        query.getOffset(),
                        query.getLimit())
                .stream()
                .map(member -> {
                    names.put(member.memberId(), member.name());
                    return member.memberId();
                }));
        setItemLabelGenerator(id -> names.getOrDefault(id, ""));
        setAutoExpand(AutoExpandMode.VERTICAL);
        setWidthFull();
        setValue(given);
    }
}
