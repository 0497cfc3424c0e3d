package org.rung.crew.ui;

import static org.rung.crew.ui.CrewWords.button;
import static org.rung.crew.ui.CrewWords.div;
import static org.rung.crew.ui.CrewWords.link;
import static org.rung.crew.ui.CrewWords.role;
import static org.rung.crew.ui.CrewWords.say;
import static org.rung.crew.ui.CrewWords.span;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.rung.common.Actor;
import org.rung.crew.Crew;
import org.rung.crew.CrewPaths;
import org.rung.crew.TexterPage;
import org.rung.crew.TexterRow;
import org.rung.crew.TexterState;
import org.rung.inviting.InvitingPaths;

/** All texters: who is at work, waits for work or is late, what each did in a week, and what they are told. */
@Route(CrewPaths.TEXTERS)
@Menu(title = "crew.title", order = 40)
@RolesAllowed({"ORGANIZER", "ADMIN"})
public class TextersView extends Div implements HasDynamicTitle {
    private static final int STEP = 50;

    private final transient Crew crew;
    private final transient CrewDoors doors;
    private final transient Actor.Member actor;
    private final transient Map<TexterState, NativeButton> states = new EnumMap<>(TexterState.class);
    private final TextField name = new TextField();
    private final Div list = role(div("people-list"), "list");
    private final Div nobody = div("empty");
    private final NativeButton more = button("btn ghost small", say("crew.more"), this::more);
    private TexterState state = TexterState.ALL;
    private int shown = STEP;
    private transient List<TexterRow> rows = List.of();
    private long minute;

    TextersView(Crew crew, CrewDoors doors, CrewWatchers watchers, Clock clock) {
        this.crew = crew;
        this.doors = doors;
        this.actor = doors.signedIn().actor();
        addClassNames("page", "crew");
        name.setPlaceholder(say("crew.search"));
        name.setAriaLabel(say("crew.search"));
        name.setClearButtonVisible(true);
        name.setValueChangeMode(ValueChangeMode.LAZY);
        name.addValueChangeListener(change -> {
            shown = STEP;
            show();
        });
        var chips = role(div("row wrap"), "group");
        chips.getElement().setAttribute("aria-label", say("crew.states"));
        for (TexterState one : TexterState.values()) {
            var chip = button("chip", "", () -> turn(one));
            states.put(one, chip);
            chips.add(chip);
        }
        nobody.add(new Paragraph(say("crew.nobody")));
        add(
                div(
                        "page-head",
                        div("col tight", new H1(say("crew.title")), span("muted", say("crew.line"))),
                        div(
                                "actions",
                                link("btn ghost", "/" + CrewPaths.NEW, say("crew.new")),
                                link("btn ghost", "/" + InvitingPaths.LIST, say("crew.invite")))),
                div(
                        "crew-grid",
                        div("card pad col", chips, name, list, nobody, more),
                        new TellCard(doors, actor, clock)));
        show();
        watchers.watch(this, actor.organization(), this::show);
    }

    private void turn(TexterState to) {
        state = to;
        shown = STEP;
        show();
    }

    private void more() {
        shown += STEP;
        show();
    }

    /** Where nothing has changed but time, the list and the focus stay for a minute. */
    private void show() {
        TexterPage page = crew.page(actor, state, name.getValue(), 0, Math.min(shown, Crew.MOST));
        states.forEach((one, chip) -> {
            chip.setText(say("crew.filter." + one, page.counts().of(one)));
            chip.setClassName("on", one == state);
            chip.getElement().setAttribute("aria-pressed", String.valueOf(one == state));
        });
        long now = page.at().getEpochSecond() / 60;
        if (!page.rows().equals(rows) || now != minute || list.getComponentCount() == 0) {
            rows = page.rows();
            minute = now;
            list.removeAll();
            rows.forEach(row -> list.add(new TexterLine(row, page.at(), this::manage)));
        }
        list.setVisible(!rows.isEmpty());
        nobody.setVisible(rows.isEmpty());
        more.setVisible(page.more() && shown < Crew.MOST);
    }

    private void manage(TexterRow row) {
        new TexterDialog(doors, actor, row, this::show).open();
    }

    @Override
    public String getPageTitle() {
        return say("crew.title") + " · Rung";
    }
}
