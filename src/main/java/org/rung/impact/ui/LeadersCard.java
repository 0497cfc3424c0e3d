package org.rung.impact.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import org.rung.common.Actor;
import org.rung.impact.Leader;
import org.rung.impact.Leaders;

/** Whose people kept their promises; nobody is last, and whoever likes is not on it. */
class LeadersCard extends Div {
    private final transient Leaders leaders;
    private final transient Actor.Member actor;
    private final Div table = new Div();

    LeadersCard(Leaders leaders, Actor.Member actor, List<Leader> top) {
        this.leaders = leaders;
        this.actor = actor;
        addClassNames("card", "col", "pad", "impact-card");
        Paragraph how = new Paragraph(getTranslation("impact.leaders.how"));
        how.addClassNames("small", "muted");
        table.addClassName("scroll-x");
        Checkbox hidden = new Checkbox(getTranslation("impact.leaders.hide"), leaders.hidden(actor));
        hidden.addValueChangeListener(change -> {
            leaders.hide(actor, change.getValue());
            leaders.top(actor).ifPresent(this::show);
        });
        add(new H2(getTranslation("impact.leaders")), how, table, hidden);
        show(top);
    }

    private void show(List<Leader> top) {
        table.removeAll();
        if (top.isEmpty()) {
            table.add(new Paragraph(getTranslation("impact.leaders.none")));
            return;
        }
        NativeTableRow head = new NativeTableRow();
        for (String column : new String[] {"who", "kept", "came", "promised"}) {
            NativeTableHeaderCell cell = new NativeTableHeaderCell(getTranslation("impact.leaders." + column));
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        }
        NativeTableBody body = new NativeTableBody();
        top.forEach(leader -> body.add(row(leader)));
        NativeTable board = new NativeTable(new NativeTableHeader(head), body);
        board.addClassName("leaders");
        table.add(board);
    }

    private NativeTableRow row(Leader leader) {
        NativeTableHeaderCell who = new NativeTableHeaderCell(called(leader.name()));
        who.getElement().setAttribute("scope", "row");
        NativeTableRow row = new NativeTableRow(who, cell(leader.kept()), cell(leader.came()), cell(leader.promised()));
        if (leader.memberId().equals(actor.memberId())) row.addClassName("me");
        return row;
    }

    /** As texters see each other: the first name and a letter. */
    private static String called(String name) {
        String[] parts = name.strip().split("\\s+");
        return parts.length < 2
                ? parts[0]
                : parts[0] + " "
                        + parts[parts.length - 1].substring(0, parts[parts.length - 1].offsetByCodePoints(0, 1)) + ".";
    }

    private static NativeTableCell cell(int number) {
        return new NativeTableCell(String.valueOf(number));
    }
}
