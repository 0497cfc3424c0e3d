package org.rung.accounts;

import com.vaadin.flow.component.combobox.ComboBox;
import java.util.Set;
import org.rung.common.Actor;

/** One member who works here, found by name or e-mail; nobody when it is emptied. */
public class OneMember extends ComboBox<Member> {
    public OneMember(String label, Members members, Actor actor) {
        super(label);
        setItems(query -> members
                .search(
                        actor,
                        MemberFilter.working(Set.of(), query.getFilter().orElse("")),
                        query.getOffset(),
                        query.getLimit())
                .stream());
        setItemLabelGenerator(Member::name);
        setClearButtonVisible(true);
        setWidthFull();
    }
}
