package org.rung.teams.ui;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.rung.accounts.Member;
import org.rung.accounts.MemberFilter;
import org.rung.accounts.Members;
import org.rung.common.Actor;
import org.rung.common.MemberId;

/** Some members of the organization, found by name or e-mail. */
class MemberPick extends MultiSelectComboBox<Member> {
    /** @param without who is not to be found, as it is when somebody looks */
    MemberPick(String label, Members members, Actor actor, Supplier<Set<MemberId>> without) {
        super(label);
        setItems(query -> members
                .search(
                        actor,
                        MemberFilter.working(without.get(), query.getFilter().orElse("")),
                        query.getOffset(),
                        query.getLimit())
                .stream());
        setItemLabelGenerator(Member::name);
        setAutoExpand(AutoExpandMode.VERTICAL);
        setWidthFull();
    }

    Set<MemberId> picked() {
        return getValue().stream().map(Member::memberId).collect(Collectors.toSet());
    }
}
