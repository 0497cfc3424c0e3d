package org.rung.exchange.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.rung.accounts.Sentences;
import org.rung.common.Problem;
import org.rung.exchange.ImportColumn;
import org.rung.exchange.ImportPreview;
import org.rung.exchange.ImportSettings;
import org.rung.exchange.ImportTarget;

/** What each column means, over the first rows, and where these people come from. */
class ImportColumnsForm extends Div {
    private final List<Select<ImportTarget>> targets = new ArrayList<>();
    private final List<ImportColumn> columns;
    private final TextField source = new TextField();
    private final TextArea consent = new TextArea();
    private final ComboBox<String> country = new ComboBox<>();
    private final Div problem = new Div();

    ImportColumnsForm(ImportPreview preview, ImportSettings settings, Consumer<ImportSettings> go, Runnable cancel) {
        columns = settings.columns();
        addClassNames("col", "exchange-columns");
        problem.addClassNames("notice", "bad");
        problem.getElement().setAttribute("role", "alert");
        add(settingsCard(settings), tableCard(preview), problem, actions(go, cancel));
    }

    private Div settingsCard(ImportSettings settings) {
        source.setLabel(getTranslation("exchange.settings.source"));
        source.setHelperText(getTranslation("exchange.settings.source.help"));
        source.setMaxLength(120);
        source.setRequiredIndicatorVisible(true);
        source.setValue(settings.source());
        consent.setLabel(getTranslation("exchange.settings.consent"));
        consent.setHelperText(getTranslation("exchange.settings.consent.help"));
        consent.setMaxLength(1000);
        consent.setRequiredIndicatorVisible(true);
        consent.setValue(settings.consentWords());
        consent.addClassName("wide");
        country.setLabel(getTranslation("exchange.settings.country"));
        country.setHelperText(getTranslation("exchange.settings.country.help"));
        country.setItemLabelGenerator(code -> Locale.of("", code).getDisplayCountry(getLocale()));
        country.setItems(Arrays.stream(Locale.getISOCountries())
                .sorted(Comparator.comparing(code -> Locale.of("", code).getDisplayCountry(getLocale())))
                .toList());
        country.setValue(settings.country());
        var form = new Div(source, country, consent);
        form.addClassName("form");
        var card = new Div(new H2(getTranslation("exchange.settings")), form);
        card.addClassNames("card", "col");
        return card;
    }

    private Div tableCard(ImportPreview preview) {
        var table = new NativeTable();
        table.addClassName("exchange-table");
        var choices = table.getHead().addRow();
        for (int i = 0; i < columns.size(); i++) choices.add(choice(i));
        var body = table.getBody();
        for (var row : preview.rows()) {
            var line = body.addRow();
            row.forEach(cell -> line.add(new NativeTableCell(cell)));
        }
        var scroll = new Div(table);
        scroll.addClassName("scroll-x");
        scroll.getElement().setAttribute("tabindex", "0");
        scroll.getElement().setAttribute("role", "region");
        scroll.getElement().setAttribute("aria-label", getTranslation("exchange.columns"));
        var about = new Paragraph(getTranslation("exchange.columns.about"));
        about.addClassName("muted");
        var card = new Div(new H2(getTranslation("exchange.columns")), about, scroll);
        card.addClassNames("card", "col");
        return card;
    }

    private NativeTableHeaderCell choice(int index) {
        var column = columns.get(index);
        var header = new Span(column.label());
        header.addClassNames("strong", "exchange-header");
        var select = new Select<ImportTarget>();
        select.setItems(ImportTarget.values());
        select.setItemLabelGenerator(target -> getTranslation("exchange.target." + target));
        select.setValue(column.target());
        select.setAriaLabel(getTranslation("exchange.columns.for", column.label()));
        var cell = new NativeTableHeaderCell();
        cell.add(header, select);
        mark(cell, column.target());
        select.addValueChangeListener(change -> mark(cell, change.getValue()));
        targets.add(select);
        return cell;
    }

    private static void mark(NativeTableHeaderCell cell, ImportTarget target) {
        cell.getElement().getClassList().set("skipped", target == ImportTarget.SKIP);
    }

    /** At the field, under the name it has here. */
    private void say(Problem.Invalid why) {
        source.setInvalid(false);
        consent.setInvalid(false);
        if (why.field().equals("source")) {
            source.setInvalid(true);
            source.setErrorMessage(getTranslation("exchange.settings.source.missing"));
            source.focus();
        } else if (why.field().equals("consent")) {
            consent.setInvalid(true);
            consent.setErrorMessage(getTranslation("exchange.settings.consent.missing"));
            consent.focus();
        } else {
            problem.setText(Sentences.of(why));
        }
    }

    private Div actions(Consumer<ImportSettings> go, Runnable cancel) {
        var check = new NativeButton(getTranslation("exchange.check"));
        check.addClassName("btn");
        check.addClickListener(click -> {
            try {
                problem.setText("");
                go.accept(settings());
            } catch (Problem.Invalid why) {
                say(why);
            }
        });
        var stop = new NativeButton(getTranslation("exchange.discard"), click -> cancel.run());
        stop.addClassNames("btn", "ghost");
        var note = new Span(getTranslation("exchange.check.about"));
        note.addClassNames("muted", "small");
        var actions = new Div(check, stop, note);
        actions.addClassName("actions");
        return actions;
    }

    private ImportSettings settings() {
        var chosen = new ArrayList<ImportColumn>();
        for (int i = 0; i < columns.size(); i++)
            chosen.add(new ImportColumn(columns.get(i).label(), targets.get(i).getValue()));
        return new ImportSettings(chosen, country.getOptionalValue().orElse(""), source.getValue(), consent.getValue());
    }
}
