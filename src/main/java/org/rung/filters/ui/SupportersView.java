package org.rung.filters.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.text.NumberFormat;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.rung.accounts.Sentences;
import org.rung.accounts.SignedIn;
import org.rung.common.Actor;
import org.rung.common.Page;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.filters.FilterLine;
import org.rung.filters.Filters;
import org.rung.filters.ListExtra;
import org.rung.filters.ListLink;
import org.rung.filters.SelectionAction;
import org.rung.filters.SupporterFilter;
import org.rung.filters.SupporterList;
import org.rung.filters.SupporterOrder;
import org.rung.filters.SupporterRow;
import org.rung.people.PeoplePaths;

/** Everyone the organization knows: searched, narrowed, sorted, chosen. */
@Route(PeoplePaths.SUPPORTERS)
@Menu(title = "people.supporters.title", order = 20)
@RolesAllowed({"ORGANIZER", "COORDINATOR", "ADMIN"})
public class SupportersView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    /** Beyond that a list says "50,000+" instead of letting a person wait for the number. */
    private static final int MOST_COUNTED = 50_000;

    private final SupporterList list;
    private final Actor actor;
    private final SupporterGrid grid;
    private final Span count = new Span();
    private final Div problem = new Div();
    private final Div nobody = new Div();
    private final FilterPanel panel;
    private final SelectionBar bar;
    private final TextField find = new TextField();
    private String search = "";
    private SupporterOrder order = SupporterOrder.NEWEST;

    SupportersView(
            SupporterList list,
            Filters filters,
            SignedIn signedIn,
            List<SelectionAction> actions,
            List<ListLink> links,
            List<ListExtra> extras) {
        this.list = list;
        this.actor = signedIn.actor();
        this.grid = new SupporterGrid();
        this.panel = new FilterPanel(filters, actor, this::refresh);
        this.bar = new SelectionBar(
                actor,
                actions.stream()
                        .sorted(Comparator.comparing(SelectionAction::order))
                        .toList(),
                this::selection);
        addClassNames("page", "supporters");
        count.addClassName("muted");
        count.getElement().setAttribute("role", "status");
        problem.addClassNames("notice", "bad");
        problem.getElement().setAttribute("role", "alert");
        nobody.addClassNames("card", "empty");
        add(head(links), tools(), panel);
        extras.stream()
                .sorted(Comparator.comparing(ListExtra::order))
                .flatMap(extra -> extra.above(actor, shown()).stream())
                .forEach(this::add);
        add(problem, bar, grid, nobody);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        panel.filter(new SupporterFilter(
                "",
                FilterLine.asked(entering.getLocation().getQueryParameters().getParameters())
                        .map(List::of)
                        .orElse(List.of())));
        if (isAttached()) refresh();
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        refresh();
    }

    private Div head(List<ListLink> links) {
        var title = new Div(new H1(getTranslation("people.supporters.title")), count);
        var head = new Div(title);
        head.addClassName("page-head");
        links.stream().flatMap(each -> each.link(actor).stream()).forEach(link -> {
            link.addClassNames("btn", "ghost");
            head.add(link);
        });
        if (actor.may(Permission.EDIT_PEOPLE)) {
            var add = new Anchor(PeoplePaths.NEW_SUPPORTER, getTranslation("filters.supporters.add"));
            add.addClassName("btn");
            head.add(add);
        }
        return head;
    }

    private Div tools() {
        find.setPlaceholder(getTranslation("filters.supporters.search"));
        find.setAriaLabel(getTranslation("filters.supporters.search"));
        find.setClearButtonVisible(true);
        find.setMaxLength(200);
        find.setValueChangeMode(ValueChangeMode.LAZY);
        find.setValueChangeTimeout(300);
        find.addClassName("grow");
        find.addValueChangeListener(change -> {
            if (!change.isFromClient()) return;
            search = change.getValue();
            refresh();
        });
        var sort = new Select<SupporterOrder>();
        sort.setItems(SupporterOrder.values());
        sort.setItemLabelGenerator(each -> getTranslation("filters.order." + each));
        sort.setValue(order);
        sort.setAriaLabel(getTranslation("filters.order"));
        sort.addValueChangeListener(change -> {
            order = change.getValue();
            refresh();
        });
        var filter = new Button(getTranslation("filters.supporters.filter"), click -> panel.toggle());
        var choose = new Button(getTranslation("filters.supporters.choose"), click -> toggleChoosing());
        var tools = new Div(find, filter, sort, choose);
        tools.addClassNames("row", "wrap", "people-tools");
        return tools;
    }

    private void toggleChoosing() {
        var choosing = grid.getSelectionMode() == Grid.SelectionMode.NONE;
        grid.setSelectionMode(choosing ? Grid.SelectionMode.MULTI : Grid.SelectionMode.NONE);
        // Grid makes its selection anew with each mode, and listeners belong to it.
        if (choosing)
            grid.addSelectionListener(
                    changed -> bar.chosen(changed.getAllSelectedItems().size()));
        bar.setVisible(choosing);
        bar.chosen(0);
    }

    private SelectionAction.Selection selection() {
        var chosen =
                grid.getSelectionMode() == Grid.SelectionMode.NONE ? Set.<SupporterRow>of() : grid.getSelectedItems();
        // Everyone whom a half-written filter shows may be more people than whoever wrote it means.
        if (chosen.isEmpty() && panel.isHalfWritten()) throw new Problem.Invalid("filter", "problem.filter-half");
        return new SelectionAction.Selection(
                filter(), chosen.stream().map(SupporterRow::supporterId).collect(Collectors.toSet()));
    }

    private ListExtra.Shown shown() {
        return new ListExtra.Shown() {
            @Override
            public SupporterFilter filter() {
                return SupportersView.this.filter();
            }

            @Override
            public void show(SupporterFilter filter) {
                search = filter.search();
                find.setValue(filter.search());
                panel.filter(filter);
                refresh();
            }

            @Override
            public boolean isHalfWritten() {
                return panel.isHalfWritten();
            }
        };
    }

    private void refresh() {
        var filter = filter();
        try {
            // Everyone is one walk along an index; what a filter holds takes a look at each.
            var found = filter.isEveryone() ? list.count(actor, filter) : list.count(actor, filter, MOST_COUNTED);
            boolean more = !filter.isEveryone() && found == MOST_COUNTED;
            problem.setText("");
            count.setText(getTranslation(
                    filter.isEveryone() ? "filters.supporters.count" : "filters.supporters.found",
                    found,
                    NumberFormat.getIntegerInstance(getLocale()).format(found) + (more ? "+" : "")));
            bar.found(found, more);
            grid.setVisible(found > 0);
            nobody.setVisible(found == 0);
            if (found == 0) showNobody(filter.isEveryone());
            else grid.show(wanted -> page(filter, wanted));
        } catch (Problem.Invalid cannot) {
            problem.setText(Sentences.of(cannot));
            bar.found(0, false);
            grid.setVisible(false);
            nobody.setVisible(false);
            count.setText("");
        }
    }

    private SupporterFilter filter() {
        return panel.filter().searching(search);
    }

    private Page<SupporterRow> page(SupporterFilter filter, Page.Wanted wanted) {
        return list.page(actor, filter, order, wanted);
    }

    private void showNobody(boolean atAll) {
        nobody.removeAll();
        nobody.add(
                new H2(getTranslation(atAll ? "filters.supporters.none" : "filters.supporters.nomatch")),
                new Paragraph(
                        getTranslation(atAll ? "filters.supporters.none.next" : "filters.supporters.nomatch.next")));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("people.supporters.title") + " · Rung";
    }
}
