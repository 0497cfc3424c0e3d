package org.rung.filters;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.NumberField;
import java.text.NumberFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.rung.accounts.Sentences;
import org.rung.common.OrganizationId;
import org.rung.common.Problem;
import org.rung.maps.AreaMap;
import org.rung.maps.Look;
import org.rung.places.Area;
import org.rung.places.Areas;
import org.rung.places.Box;
import org.rung.places.Circle;
import org.rung.places.Point;

/** Areas by a map or without one: drawn, around a point, by counties; with how many people live in them. */
class AreaDialog extends Dialog {
    private static final double MILES = 5;
    private static final Box UNITED_STATES = new Box(24, -125, 50, -66);

    private final PeopleOnMap people;
    private final OrganizationId organizationId;
    private final AreaDraft draft;
    private final AreaMap map;
    private final AreaLists lists;
    private final RadioButtonGroup<AreaDraft.Means> means = new RadioButtonGroup<>();
    private final NumberField miles = new NumberField();
    private final Button undo = new Button();
    private final Button close = new Button();
    private final UnorderedList chosen = new UnorderedList();
    private final Span count = new Span();
    private final Div problem = new Div();

    AreaDialog(PeopleOnMap people, OrganizationId organizationId, List<String> given, Consumer<List<String>> take) {
        this.people = people;
        this.organizationId = organizationId;
        this.draft = new AreaDraft(given.stream().filter(AreaDialog::readable).toList());
        this.map = new AreaMap(people.tiles(organizationId));
        setHeaderTitle(getTranslation("filters.area.title"));
        addClassName("area-dialog");
        setWidth("min(1040px, 100vw)");
        problem.addClassNames("notice", "bad");
        problem.getElement().setAttribute("role", "alert");
        count.getElement().setAttribute("role", "status");
        count.addClassNames("strong", "area-count");
        chosen.addClassName("area-chosen");
        map.onPress(this::press);
        map.onMove(this::look);
        map.show(around());
        lists = new AreaLists(change -> adding(() -> change.accept(draft)));
        var aside = new Div(lists, chosen);
        aside.addClassNames("col", "area-aside");
        // The map first: on a phone nothing else would fit above the fold.
        var front = new Div(map, problem, tools());
        front.addClassNames("col", "area-front");
        var body = new Div(front, aside);
        body.addClassName("area-body");
        add(body);
        var use = new Button(getTranslation("filters.area.use"), click -> use(take));
        use.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(count, new Button(getTranslation("filters.area.cancel"), click -> close()), use);
        show();
    }

    /** What an older filter names may be gone; it is left out where areas are chosen anew. */
    private static boolean readable(String area) {
        try {
            Areas.read(area);
            return true;
        } catch (Problem.Invalid gone) {
            return false;
        }
    }

    private Div tools() {
        means.setLabel(getTranslation("filters.area.means"));
        means.setItems(AreaDraft.Means.values());
        means.setItemLabelGenerator(each -> getTranslation("filters.area.means." + each));
        means.setValue(AreaDraft.Means.CORNER);
        means.addValueChangeListener(change -> show());
        miles.setLabel(getTranslation("filters.area.miles"));
        miles.setMin(0.1);
        miles.setMax(Circle.MOST_MILES);
        miles.setValue(MILES);
        miles.setWidth("130px");
        undo.setText(getTranslation("filters.area.undo"));
        undo.addClickListener(click -> {
            draft.undo();
            show();
        });
        close.setText(getTranslation("filters.area.close"));
        close.addClickListener(click -> adding(draft::close));
        var tools = new Div(means, miles, undo, close);
        tools.addClassNames("row", "wrap", "area-tools");
        return tools;
    }

    /** The areas, else where the organization's people are, else the world. */
    private Box around() {
        var areas = draft.areas();
        return areas.stream()
                .map(Area::box)
                .reduce(Box::with)
                .or(() -> people.whereMostAre(organizationId))
                .orElseGet(() -> UNITED_STATES);
    }

    private void look(Look look) {
        var format = NumberFormat.getIntegerInstance(getLocale());
        map.people(
                people.in(organizationId, look),
                cluster -> getTranslation("filters.area.people", cluster.people(), format.format(cluster.people())));
    }

    private void press(Point point) {
        adding(() -> draft.press(
                means.getValue(), point, Optional.ofNullable(miles.getValue()).orElse(0.0)));
    }

    private void adding(Runnable change) {
        problem.setText("");
        try {
            change.run();
        } catch (Problem.Invalid wrong) {
            problem.setText(Sentences.of(wrong));
        }
        show();
    }

    private void show() {
        var drawing = means.getValue() == AreaDraft.Means.CORNER;
        map.counties(means.getValue() == AreaDraft.Means.COUNTY);
        map.areas(draft.areas());
        map.corners(draft.corners());
        miles.setVisible(means.getValue() == AreaDraft.Means.MIDDLE);
        undo.setVisible(drawing);
        close.setVisible(drawing);
        undo.setEnabled(!draft.corners().isEmpty());
        close.setEnabled(draft.corners().size() > 2);
        chosen.removeAll();
        draft.chosen().forEach(area -> chosen.add(item(area)));
        chosen.setVisible(!draft.chosen().isEmpty());
        var soFar = draft.soFar();
        if (soFar.isEmpty()) {
            count.setText(getTranslation("filters.area.none"));
            return;
        }
        var living = people.count(organizationId, soFar);
        count.setText(getTranslation(
                "filters.area.count",
                living,
                NumberFormat.getIntegerInstance(getLocale()).format(living)
                        + (living >= PeopleOnMap.MOST_COUNTED ? "+" : "")));
    }

    private ListItem item(String area) {
        var words = AreaWords.of(this, area);
        var away = new Button("×", click -> {
            draft.remove(area);
            show();
            lists.focus();
        });
        away.addThemeVariants(ButtonVariant.TERTIARY);
        away.setAriaLabel(getTranslation("filters.area.remove", words));
        return new ListItem(new Span(words), away);
    }

    private void use(Consumer<List<String>> take) {
        problem.setText("");
        try {
            draft.close();
        } catch (Problem.Invalid wrong) {
            problem.setText(Sentences.of(wrong));
            return;
        }
        take.accept(draft.chosen());
        close();
    }
}
