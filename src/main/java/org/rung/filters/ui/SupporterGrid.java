package org.rung.filters.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.renderer.LitRenderer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.rung.common.Page;
import org.rung.filters.SupporterRow;
import org.rung.people.PeoplePaths;
import org.rung.people.Shown;

/** Supporters one under the other: a line of columns on a desk, a card on a phone, by the same template. */
class SupporterGrid extends Grid<SupporterRow> {
    private static final String ROW = """
            <div class="person-row">
              <span class="face-s" aria-hidden="true">${item.initials}</span>
              <span class="person-name"><a href="${item.path}">${item.name}</a><span class="muted small">${item.place}</span></span>
              <span class="person-number num nowrap">${item.number}</span>
              <span class="person-consent"><span class="chip ${item.look}">${item.consent}</span></span>
              <span class="person-tags">${item.tags.map(tag => html`<span class="chip">${tag}</span>`)}</span>
            </div>
            """;
    private static final int TAGS_SHOWN = 4;

    SupporterGrid() {
        addClassName("people-grid");
        addThemeVariants(GridVariant.NO_BORDER);
        setSelectionMode(SelectionMode.NONE);
        setPageSize(50);
        addColumn(LitRenderer.<SupporterRow>of(ROW)
                        .withProperty("path", row -> PeoplePaths.supporter(row.supporterId()))
                        .withProperty("initials", row -> Shown.initials(row.firstName(), row.lastName()))
                        .withProperty("name", row -> Shown.name(this, row.firstName(), row.lastName()))
                        .withProperty("place", row -> (row.city() + " " + row.postalCode()).strip())
                        .withProperty(
                                "number", row -> row.phone().map(Shown::number).orElse(""))
                        .withProperty(
                                "consent", row -> getTranslation("people.consent." + Shown.consentWord(row.consent())))
                        .withProperty("look", row -> Shown.consentLook(row.consent()))
                        .withProperty("tags", SupporterGrid::tags))
                .setAutoWidth(false)
                .setFlexGrow(1);
        addItemClickListener(click -> getUI().ifPresent(ui -> {
            if (getSelectionMode() == SelectionMode.NONE)
                ui.navigate(PeoplePaths.supporter(click.getItem().supporterId()));
        }));
    }

    /** Shows what these pages give, from the top; how many there are is found out while scrolling. */
    void show(Function<Page.Wanted, Page<SupporterRow>> pages) {
        var scroll = new Scroll(pages);
        var view = setItems(query -> scroll.rows(query.getOffset(), query.getLimit()).stream());
        view.setItemCountUnknown();
        scrollToStart();
    }

    private static List<String> tags(SupporterRow row) {
        if (row.tags().size() <= TAGS_SHOWN) return row.tags();
        var shown = new ArrayList<>(row.tags().subList(0, TAGS_SHOWN - 1));
        shown.add("+" + (row.tags().size() - shown.size()));
        return shown;
    }
}
