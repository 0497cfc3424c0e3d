package org.rung.filters;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.rung.common.Actor;
import org.rung.common.OrganizationId;
import org.rung.filters.Criterion.Choice;

/** Builds a filter by hand, in groups of lines; rooms put it on their screens. Every change is told at once. */
public class FilterField extends Div {
    private final Filters filters;
    private final OrganizationId organizationId;
    private final List<Criterion> offered;
    private final Consumer<SupporterFilter> changed;
    private final String search;
    private final MatchSelect match;
    private final Div groups = new Div();
    private final Map<String, List<Choice>> choices = new HashMap<>();

    /** @param actor who asks: what they may not see is not offered to them */
    public FilterField(Filters filters, Actor actor, SupporterFilter shown, Consumer<SupporterFilter> changed) {
        this.filters = filters;
        this.organizationId = actor.organization();
        this.offered = filters.offered(actor);
        this.changed = changed;
        this.search = shown.search();
        this.match = new MatchSelect(true, shown.match(), this::changed);
        addClassName("filter-field");
        groups.addClassName("filter-groups");
        var more = new Button(getTranslation("filters.group.add"), click -> open());
        more.addThemeVariants(ButtonVariant.TERTIARY);
        more.addClassName("filter-more-groups");
        add(match, groups, more);
        var given = shown.groups();
        if (given.isEmpty()) groups.add(new FilterGroupBox(this, Match.ALL, List.of()));
        given.forEach(group -> groups.add(new FilterGroupBox(this, group.match(), group.lines())));
        number();
    }

    /** What the lines say that say something; half-written ones are left out, and {@link #isHalfWritten} tells of them. */
    public SupporterFilter filter() {
        var said = boxes().stream().flatMap(box -> box.group().stream()).toList();
        return new SupporterFilter(search, said.size() < 2 ? Match.ALL : match.getValue(), said);
    }

    /** Whether a line waits for its values: saved as it is, the filter would be wider than what stands on the screen. */
    public boolean isHalfWritten() {
        return boxes().stream().anyMatch(FilterGroupBox::isHalfWritten);
    }

    private List<FilterGroupBox> boxes() {
        return groups.getChildren().map(FilterGroupBox.class::cast).toList();
    }

    private void open() {
        var box = new FilterGroupBox(this, Match.ALL, List.of());
        groups.add(box);
        number();
        box.open();
    }

    Filters filters() {
        return filters;
    }

    OrganizationId organizationId() {
        return organizationId;
    }

    /** What may be asked here; a line that asks more stays as it was given. */
    List<Criterion> offered() {
        return offered;
    }

    /** Asked once for however many lines. */
    List<Choice> choices(String kind) {
        return choices.computeIfAbsent(
                kind,
                any -> filters.criterion(kind)
                        .map(criterion -> criterion.choices(organizationId))
                        .orElse(List.of()));
    }

    List<Comparison> comparisons(String kind, String key) {
        return filters.criterion(kind)
                .map(criterion -> criterion.comparisons(organizationId, key))
                .orElse(List.of(Comparison.IS));
    }

    void remove(FilterGroupBox box) {
        var at = boxes().indexOf(box);
        groups.remove(box);
        if (boxes().isEmpty()) groups.add(new FilterGroupBox(this, Match.ALL, List.of()));
        number();
        boxes().get(Math.max(0, at - 1)).focus();
        changed();
    }

    private void number() {
        var all = boxes();
        match.setVisible(all.size() > 1);
        for (int i = 0; i < all.size(); i++)
            all.get(i).number(i + 1, all.size() > 1, i == 0 ? Optional.empty() : Optional.of(match.joint()));
    }

    void changed() {
        number();
        changed.accept(filter());
    }
}
