package org.rung.scripts.ui;

import static org.rung.scripts.ui.Pieces.*;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rung.accounts.SignedIn;
import org.rung.common.Page;
import org.rung.filters.SupporterFilter;
import org.rung.filters.SupporterList;
import org.rung.filters.SupporterRow;
import org.rung.links.ShortForm;
import org.rung.media.AttachmentId;
import org.rung.people.Supporter;
import org.rung.people.Supporters;
import org.rung.scripts.MergeText;
import org.rung.scripts.MergeValues;
import org.rung.scripts.Occasion;
import org.rung.scripts.Readers;
import org.rung.scripts.ScriptTree;
import org.rung.scripts.TestTexts;
import org.rung.scripts.TreePath;

/** The conversation as one real supporter would see it, as far as the card that is open. */
class Preview extends Div {
    private final transient Readers readers;
    private final transient SupporterList list;
    private final transient Supporters supporters;
    private final transient SignedIn signedIn;
    private final transient ShortForm form;
    private final transient Optional<Occasion> occasion;
    private final H3 title = new H3();
    private final Div bubbles = div("bubbles");
    private final transient Runnable changed;
    private transient Optional<Supporter> person = Optional.empty();

    Preview(StudioDoors doors, Optional<Occasion> occasion, Runnable changed) {
        readers = doors.readers();
        list = doors.list();
        supporters = doors.supporters();
        signedIn = doors.signedIn();
        form = doors.links().form(signedIn.actor().organization());
        this.occasion = occasion;
        this.changed = changed;
        addClassName("col");
        person = readers.some(signedIn.actor(), occasion, Optional.empty(), 1).stream()
                .findFirst();
        title.addClassName("grow");
        var next = button("link", getTranslation("scripts.preview.next"), this::next);
        add(div("row", title, next), bubbles, search());
    }

    Optional<Supporter> person() {
        return person;
    }

    Map<String, String> values() {
        var organization = signedIn.organization().name();
        return MergeValues.with(
                person.map(one -> MergeValues.of(one, signedIn.name(), organization))
                        .orElseGet(() -> TestTexts.sample(signedIn.name(), organization)),
                readers.samples(signedIn.actor().organization()));
    }

    void show(ScriptTree tree, Optional<TreePath> path) {
        var values = values();
        var name = values.getOrDefault("firstName", "");
        title.setText(
                name.isBlank()
                        ? getTranslation("scripts.preview.nameless")
                        : getTranslation("scripts.preview.title", name));
        bubbles.removeAll();
        tree.picture().ifPresent(this::out);
        out(tree.firstText(), values);
        var at = TreePath.FIRST;
        for (int step : path.map(TreePath::steps).orElse(List.of())) {
            at = at.into(step);
            at.answer(tree).ifPresent(answer -> {
                if (!answer.label().isBlank()) bubbles.add(div("bub in", new Span(answer.label())));
                answer.picture().ifPresent(this::out);
                out(answer.reply(), values);
            });
        }
    }

    private void out(AttachmentId picture) {
        bubbles.add(div("bub out", Photos.shown(this, picture)));
    }

    private void out(String template, Map<String, String> values) {
        if (!template.isBlank())
            bubbles.add(MergeWords.filled(MergeText.fill(form.shown(template), values), "bub out"));
    }

    private void next() {
        var after = person.map(Supporter::supporterId);
        person = readers.some(signedIn.actor(), occasion, after, 1).stream()
                .findFirst()
                .or(() -> readers.some(signedIn.actor(), occasion, Optional.empty(), 1).stream()
                        .findFirst());
        changed.run();
    }

    private ComboBox<SupporterRow> search() {
        var search = new ComboBox<SupporterRow>(getTranslation("scripts.preview.search"));
        search.setWidthFull();
        search.setItemLabelGenerator(row ->
                (row.firstName() + " " + row.lastName()).strip() + (row.city().isBlank() ? "" : " · " + row.city()));
        search.setItems(query -> {
            var filter = new SupporterFilter(query.getFilter().orElse(""), List.of());
            int wanted = Math.min(1_000, query.getOffset() + query.getLimit());
            return list.page(signedIn.actor(), filter, Page.Wanted.first(wanted)).rows().stream()
                    .skip(query.getOffset())
                    .limit(query.getLimit());
        });
        search.addValueChangeListener(change -> {
            if (change.getValue() == null) return;
            person = Optional.of(
                    supporters.get(signedIn.actor(), change.getValue().supporterId()));
            changed.run();
        });
        return search;
    }
}
