package org.rung.accounts.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeSet;
import org.rung.accounts.AccountsPaths;
import org.rung.accounts.Organization;
import org.rung.accounts.Organizations;
import org.rung.accounts.SignedIn;
import org.rung.common.Problem;

/** The organization's own settings. */
@Route(AccountsPaths.SETTINGS)
@Menu(title = "accounts.settings", order = 41)
@RolesAllowed("ADMIN")
public class SettingsView extends Div implements HasDynamicTitle {
    private final Organizations organizations;
    private final SignedIn signedIn;
    private final TextField name = new TextField(getTranslation("accounts.settings.name"));
    private final ComboBox<String> country = Places.countries(getTranslation("accounts.settings.country"), getLocale());
    private final ComboBox<ZoneId> zone = Places.zones(getTranslation("accounts.settings.zone"));
    private final Select<String> language = new Select<>();
    private final TextArea helpWords = new TextArea(getTranslation("accounts.settings.help"));
    private final TextArea optOutWords = new TextArea(getTranslation("accounts.settings.opt-out"));
    private final TimePicker from = new TimePicker(getTranslation("accounts.settings.from"));
    private final TimePicker until = new TimePicker(getTranslation("accounts.settings.until"));
    private final IntegerField firstBatch = new IntegerField(getTranslation("accounts.settings.first-batch"));
    private final IntegerField replyBatch = new IntegerField(getTranslation("accounts.settings.reply-batch"));
    private final Select<Integer> undo = new Select<>();
    private final Map<String, HasValidation> fields = Map.of(
            "name", name,
            "country", country,
            "helpWords", helpWords,
            "optOutWords", optOutWords,
            "textingFrom", from,
            "textingUntil", until,
            "firstBatch", firstBatch,
            "replyBatch", replyBatch,
            "undo", undo);

    SettingsView(Organizations organizations, SignedIn signedIn) {
        this.organizations = organizations;
        this.signedIn = signedIn;
        addClassName("page");
        var line = new Span(getTranslation("accounts.settings.line"));
        line.addClassName("muted");
        var words = new Div(new H1(getTranslation("accounts.settings.organization")), line);
        var save = new Button(getTranslation("accounts.save"), click -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        var head = new Div(words, save);
        head.addClassName("page-head");
        prepare();
        show(signedIn.organization());
        add(
                head,
                section("accounts.settings.who", name, language, country, zone),
                section("accounts.settings.texting", from, until, firstBatch, replyBatch, undo),
                section("accounts.settings.words", optOutWords, helpWords));
    }

    private void prepare() {
        name.setMaxLength(Organization.LONGEST_NAME);
        language.setLabel(getTranslation("accounts.settings.language"));
        language.setItems("en", "es");
        language.setItemLabelGenerator(code -> code.equals("es") ? "Español" : "English");
        for (var picker : java.util.List.of(from, until)) {
            picker.setStep(Duration.ofMinutes(30));
            picker.setMin(Organization.EARLIEST);
            picker.setMax(Organization.LATEST);
            picker.setLocale(getLocale());
        }
        from.setHelperText(getTranslation("accounts.settings.hours.rule"));
        for (var batch : java.util.List.of(firstBatch, replyBatch)) {
            batch.setMin(1);
            batch.setMax(Organization.LARGEST_BATCH);
        }
        undo.setLabel(getTranslation("accounts.settings.undo"));
        undo.setItemLabelGenerator(seconds -> seconds == 0
                ? getTranslation("accounts.settings.undo.none")
                : getTranslation("accounts.settings.undo.seconds", seconds));
        for (var area : java.util.List.of(helpWords, optOutWords)) {
            area.setMaxLength(Organization.LONGEST_WORDS);
            area.setMinRows(3);
        }
        helpWords.setHelperText(getTranslation("accounts.settings.help.rule"));
        optOutWords.setHelperText(getTranslation("accounts.settings.opt-out.rule"));
    }

    private Component section(String title, Component... inside) {
        var form = new Div(inside);
        form.addClassName("form");
        var section = new Section(new H2(getTranslation(title)), form);
        section.addClassNames("card", "col");
        return section;
    }

    private void show(Organization organization) {
        name.setValue(organization.name());
        country.setValue(organization.country());
        zone.setValue(organization.zone());
        language.setValue(organization.language());
        helpWords.setValue(organization.helpWords());
        optOutWords.setValue(organization.optOutWords());
        from.setValue(organization.textingFrom());
        until.setValue(organization.textingUntil());
        firstBatch.setValue(organization.firstBatch());
        replyBatch.setValue(organization.replyBatch());
        int seconds = (int) organization.undo().toSeconds();
        var choices = new TreeSet<>(Organization.UNDO_SECONDS);
        choices.add(seconds);
        undo.setItems(choices);
        undo.setValue(seconds);
    }

    private void save() {
        fields.values().forEach(field -> field.setInvalid(false));
        var now = signedIn.organization();
        try {
            organizations.change(
                    signedIn.actor(),
                    new Organization(
                            now.organizationId(),
                            name.getValue(),
                            now.slug(),
                            country.getOptionalValue().orElse(""),
                            zone.getOptionalValue().orElse(now.zone()),
                            language.getValue(),
                            helpWords.getValue(),
                            optOutWords.getValue(),
                            from.getOptionalValue().orElse(now.textingFrom()),
                            until.getOptionalValue().orElse(now.textingUntil()),
                            firstBatch.getOptionalValue().orElse(0),
                            replyBatch.getOptionalValue().orElse(0),
                            Duration.ofSeconds(undo.getOptionalValue()
                                    .orElse((int) now.undo().toSeconds())),
                            now.demo()));
            Notice.done(getTranslation("accounts.saved"));
        } catch (Problem.Invalid invalid) {
            var field = fields.getOrDefault(invalid.field(), name);
            field.setErrorMessage(getTranslation("accounts.settings.invalid." + invalid.field()));
            field.setInvalid(true);
            if (field instanceof com.vaadin.flow.component.Focusable<?> focusable) focusable.focus();
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("accounts.settings") + " · Rung";
    }
}
