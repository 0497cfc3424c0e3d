package org.rung.people.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.rung.accounts.Organization;
import org.rung.accounts.Sentences;
import org.rung.common.Problem;
import org.rung.people.Address;
import org.rung.people.CustomField;
import org.rung.people.Supporter;
import org.rung.people.SupporterDraft;
import org.rung.people.Tag;
import org.rung.places.Point;

/** The fields of a person; what is wrong is said at the field. */
class SupporterForm extends Div {
    private final TextField firstName = text("firstName", 80);
    private final TextField lastName = text("lastName", 80);
    private final EmailField email = new EmailField(getTranslation("people.form.email"));
    private final TextField address = text("address", 120);
    private final TextField latitude = text("latitude", 20);
    private final TextField longitude = text("longitude", 20);
    private final TextField city = text("city", 80);
    private final TextField region = text("region", 80);
    private final TextField postalCode = text("postalCode", 16);
    private final ComboBox<String> country = new ComboBox<>(getTranslation("people.form.country"));
    private final ComboBox<String> language = new ComboBox<>(getTranslation("people.form.language"));
    private final TextField source = text("source", 120);
    private final MultiSelectComboBox<String> tags = new MultiSelectComboBox<>(getTranslation("people.tags.title"));
    private final PhoneFields phones;
    private final Map<String, FieldInput> custom = new LinkedHashMap<>();
    private final Optional<ZoneId> zone;
    private final Div problem = new Div();
    private final Div actions = new Div();

    SupporterForm(
            Optional<Supporter> known,
            Organization organization,
            List<CustomField> fields,
            List<Tag> allTags,
            Consumer<SupporterDraft> save) {
        addClassNames("card", "pad", "form");
        zone = known.flatMap(Supporter::zone);
        phones = new PhoneFields(known.map(Supporter::phones).orElse(List.of()), country::getValue);
        email.setMaxLength(254);
        countries(organization);
        languages(organization);
        offerTags(allTags.stream().map(Tag::name).toList());
        problem.addClassNames("notice", "bad", "wide");
        problem.getElement().setAttribute("role", "alert");
        phones.addClassName("wide");
        tags.addClassName("wide");
        address.addClassName("wide");
        latitude.setHelperText(getTranslation("people.form.degrees"));
        add(firstName, lastName, phones, email, language, address, city, region, postalCode, country);
        add(latitude, longitude, source, tags);
        if (!fields.isEmpty()) add(new H3(getTranslation("people.form.fields")));
        for (var field : fields) {
            var input = new FieldInput(field);
            custom.put(field.key(), input);
            add(input.component());
        }
        known.ifPresent(this::fill);
        var done = new Button(getTranslation("people.save"), click -> save(save));
        done.addThemeVariants(ButtonVariant.PRIMARY);
        done.setDisableOnClick(true);
        done.addClickListener(click -> done.setEnabled(true));
        actions.addClassName("actions");
        actions.add(done);
        add(problem, actions);
    }

    void addAction(Component action) {
        actions.add(action);
    }

    private void save(Consumer<SupporterDraft> save) {
        problem.setText("");
        var numbers = phones.read();
        if (numbers.isEmpty()) return;
        try {
            var values = new LinkedHashMap<String, String>();
            custom.forEach((key, input) -> values.put(key, input.value()));
            save.accept(new SupporterDraft(
                    firstName.getValue(),
                    lastName.getValue(),
                    email.getValue(),
                    postalCode.getValue(),
                    city.getValue(),
                    region.getValue(),
                    Optional.ofNullable(country.getValue()).orElse(""),
                    zone,
                    Optional.ofNullable(language.getValue()).orElse(""),
                    source.getValue(),
                    numbers.get(),
                    tags.getValue(),
                    values,
                    new Address(address.getValue(), Point.read(latitude.getValue(), longitude.getValue()))));
        } catch (Problem.Invalid wrong) {
            at(wrong);
        } catch (Problem.Conflict already) {
            problem.setText(Sentences.of(already));
        }
    }

    private void at(Problem.Invalid wrong) {
        var field =
                switch (wrong.field()) {
                    case "first name", "firstName" -> Optional.of(firstName);
                    case "last name" -> Optional.of(lastName);
                    case "postal code" -> Optional.of(postalCode);
                    case "city" -> Optional.of(city);
                    case "address line" -> Optional.of(address);
                    case "latitude" -> Optional.of(latitude);
                    case "longitude" -> Optional.of(longitude);
                    case "region" -> Optional.of(region);
                    case "source" -> Optional.of(source);
                    default -> Optional.<TextField>empty();
                };
        field.ifPresentOrElse(
                input -> {
                    input.setInvalid(true);
                    input.setErrorMessage(Sentences.of(wrong));
                    input.focus();
                },
                () -> problem.setText(Sentences.of(wrong)));
    }

    private void fill(Supporter known) {
        firstName.setValue(known.firstName());
        lastName.setValue(known.lastName());
        email.setValue(known.email());
        address.setValue(known.address().line());
        known.address().point().ifPresent(point -> {
            latitude.setValue(String.valueOf(point.latitude()));
            longitude.setValue(String.valueOf(point.longitude()));
        });
        city.setValue(known.city());
        region.setValue(known.region());
        postalCode.setValue(known.postalCode());
        country.setValue(known.country());
        language.setValue(known.language());
        source.setValue(known.source());
        tags.setValue(new LinkedHashSet<>(known.tags().stream().map(Tag::name).toList()));
        custom.forEach((key, input) -> input.value(known.fields().getOrDefault(key, "")));
    }

    private void countries(Organization organization) {
        country.setItems(Arrays.stream(Locale.getISOCountries())
                .sorted(Comparator.comparing(this::countryName))
                .toList());
        country.setItemLabelGenerator(this::countryName);
        country.setValue(organization.country());
    }

    private String countryName(String code) {
        return Locale.of("", code).getDisplayCountry(getLocale());
    }

    private void languages(Organization organization) {
        language.setItems("en", "es", "ar", "fr", "hi", "ht", "ko", "pt", "ru", "so", "tl", "uk", "vi", "zh");
        language.setItemLabelGenerator(code -> Locale.forLanguageTag(code).getDisplayLanguage(getLocale()));
        language.setAllowCustomValue(false);
        language.setValue(organization.language());
    }

    private void offerTags(List<String> names) {
        tags.setItems(names);
        tags.setAllowCustomValue(true);
        tags.addCustomValueSetListener(typed -> {
            var offered = new TreeSet<>(names);
            offered.addAll(tags.getValue());
            offered.add(typed.getDetail().strip());
            var chosen = new LinkedHashSet<>(tags.getValue());
            chosen.add(typed.getDetail().strip());
            tags.setItems(offered);
            tags.setValue(chosen);
        });
    }

    private TextField text(String key, int longest) {
        var field = new TextField(getTranslation("people.form." + key));
        field.setMaxLength(longest);
        return field;
    }
}
