package org.rung.senders.ui;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.rung.accounts.Sentences;
import org.rung.common.Problem;
import org.rung.senders.CarrierClass;
import org.rung.senders.Pacing;
import org.rung.senders.Registration;
import org.rung.senders.RegistrationStatus;
import org.rung.senders.SenderKind;
import org.rung.senders.SenderRates;

/** What a number is to the carriers, how fast it may send, where it is from, and its registration with them. */
class PacingFields extends Div {
    private final SenderRates rates;
    private final Select<SenderKind> kind = new Select<>();
    private final IntegerField numbers = new IntegerField(getTranslation("senders.pacing.numbers"));
    private final IntegerField rate = new IntegerField(getTranslation("senders.pacing.rate"));
    private final ComboBox<String> country = new ComboBox<>(getTranslation("senders.pacing.country"));
    private final TextField area = new TextField(getTranslation("senders.pacing.area"));
    private final Div registration = new Div();
    private final TextField code = new TextField(getTranslation("senders.pacing.code"));
    private final TextField brand = new TextField(getTranslation("senders.pacing.brand"));
    private final Select<CarrierClass> carrierClass = new Select<>();
    private final TextField useCase = new TextField(getTranslation("senders.pacing.useCase"));
    private final Select<RegistrationStatus> status = new Select<>();
    private final IntegerField vetting = new IntegerField(getTranslation("senders.pacing.vetting"));
    private final Map<String, AbstractField<?, ?>> byName = new LinkedHashMap<>();

    PacingFields(SenderRates rates) {
        this.rates = rates;
        addClassNames("col");
        kind.setLabel(getTranslation("senders.pacing.kind"));
        kind.setItemLabelGenerator(each -> getTranslation("senders.kind." + each));
        numbers.setMin(1);
        numbers.setStepButtonsVisible(true);
        rate.setMin(1);
        country.setItems(countries());
        country.setItemLabelGenerator(each -> Locale.of("", each).getDisplayCountry(getLocale()));
        country.setClearButtonVisible(true);
        area.setHelperText(getTranslation("senders.pacing.area.help"));
        code.setHelperText(getTranslation("senders.pacing.code.help"));
        carrierClass.setLabel(getTranslation("senders.pacing.class"));
        carrierClass.setItems(CarrierClass.values());
        carrierClass.setItemLabelGenerator(this::inWords);
        carrierClass.setEmptySelectionAllowed(true);
        carrierClass.setEmptySelectionCaption(getTranslation("senders.pacing.class.none"));
        carrierClass.setHelperText(getTranslation("senders.pacing.class.help"));
        kind.addValueChangeListener(change -> help());
        numbers.addValueChangeListener(change -> help());
        carrierClass.addValueChangeListener(change -> help());
        byName.put("kind", kind);
        byName.put("numbers", numbers);
        byName.put("rate", rate);
        byName.put("country", country);
        byName.put("area", area);
        byName.put("brand", brand);
        byName.put("code", code);
        byName.put("carrierClass", carrierClass);
        byName.put("useCase", useCase);
        byName.put("vetting", vetting);
        useCase.setHelperText(getTranslation("senders.pacing.useCase.help"));
        useCase.setMaxLength(40);
        status.setLabel(getTranslation("senders.pacing.status"));
        status.setItems(RegistrationStatus.values());
        status.setItemLabelGenerator(each -> getTranslation("senders.registration." + each));
        status.setValue(RegistrationStatus.UNKNOWN);
        vetting.setHelperText(getTranslation("senders.pacing.vetting.help"));
        vetting.setMin(0);
        vetting.setMax(100);
        var fields = new Div(kind, numbers, rate, country, area);
        fields.addClassName("form");
        var registered = new Div(code, brand, carrierClass, useCase, status, vetting);
        registered.addClassName("form");
        var lead = new Paragraph(getTranslation("senders.pacing.registration.line"));
        lead.addClassName("muted");
        registration.add(new H3(getTranslation("senders.pacing.registration")), lead, registered);
        registration.addClassNames("col", "sender-registration");
        add(fields, registration);
    }

    /** @param kinds what it may be to the carriers, by its address */
    void show(Pacing pacing, List<SenderKind> kinds) {
        kind.setItems(kinds);
        kind.setValue(pacing.kind());
        kind.setReadOnly(kinds.size() < 2);
        numbers.setValue(pacing.numbers());
        rate.setValue(pacing.rate().orElse(null));
        country.setValue(pacing.country().isEmpty() ? null : pacing.country());
        area.setValue(pacing.area());
        code.setValue(pacing.registration().map(Registration::code).orElse(""));
        brand.setValue(pacing.registration().map(Registration::brand).orElse(""));
        carrierClass.setValue(
                pacing.registration().map(Registration::carrierClass).orElse(null));
        useCase.setValue(pacing.registration().map(Registration::useCase).orElse(""));
        status.setValue(pacing.registration().map(Registration::status).orElse(RegistrationStatus.UNKNOWN));
        vetting.setValue(pacing.registration().flatMap(Registration::vetting).orElse(null));
        help();
    }

    /** @throws Problem.Invalid that {@link #tell} shows where it belongs */
    Pacing pacing() {
        boolean service = kind.getValue() == SenderKind.SERVICE;
        return new Pacing(
                kind.getValue(),
                Optional.ofNullable(rate.getValue()),
                service ? Optional.ofNullable(numbers.getValue()).orElse(0) : 1,
                Optional.ofNullable(country.getValue()).orElse(""),
                area.getValue(),
                registration());
    }

    private Optional<Registration> registration() {
        if (!kind.getValue().registers()
                || code.getValue().isBlank() && brand.getValue().isBlank() && carrierClass.getValue() == null) {
            return Optional.empty();
        }
        if (code.getValue().isBlank()) throw new Problem.Invalid("code", "problem.brand-campaign");
        if (carrierClass.getValue() == null) throw new Problem.Invalid("carrierClass", "problem.carrier-class");
        return Optional.of(new Registration(
                brand.getValue(),
                code.getValue(),
                carrierClass.getValue(),
                useCase.getValue(),
                status.getValue(),
                Optional.ofNullable(vetting.getValue())));
    }

    void clearErrors() {
        byName.values().forEach(field -> ((HasValidation) field).setInvalid(false));
    }

    /** At its field, which gets the focus; false when it is about none of these. */
    boolean tell(Problem.Invalid wrong) {
        AbstractField<?, ?> field = byName.get(wrong.field());
        if (field == null) return false;
        ((HasValidation) field).setErrorMessage(Sentences.of(wrong));
        ((HasValidation) field).setInvalid(true);
        if (field instanceof com.vaadin.flow.component.Focusable<?> focusable) focusable.focus();
        return true;
    }

    /** What holds where a field is left as it is. */
    private void help() {
        SenderKind now = kind.getValue();
        if (now == null) return;
        boolean service = now == SenderKind.SERVICE;
        numbers.setVisible(service);
        kind.setVisible(now != SenderKind.SIMULATOR);
        registration.setVisible(now.registers());
        int many = service ? Math.clamp(Optional.ofNullable(numbers.getValue()).orElse(1), 1, Pacing.MOST_NUMBERS) : 1;
        var plain = new Pacing(now, Optional.empty(), many, "", "", Optional.empty());
        rates.places(plain)
                .ifPresent(places -> numbers.setHelperText(getTranslation("senders.pacing.numbers.help", places)));
        OptionalInt usual = now.registers() && carrierClass.getValue() != null ? OptionalInt.empty() : rates.own(plain);
        rate.setHelperText(
                usual.isPresent()
                        ? getTranslation("senders.pacing.rate.help", usual.getAsInt())
                        : now.registers()
                                ? getTranslation("senders.pacing.rate.registered")
                                : getTranslation("senders.pacing.rate.none"));
        rate.setPlaceholder(usual.isPresent() ? Integer.toString(usual.getAsInt()) : "");
    }

    private String inWords(CarrierClass each) {
        return each == null
                ? getTranslation("senders.pacing.class.none")
                : getTranslation("senders.pacing.class.cap", each, rates.aMinute(each));
    }

    private List<String> countries() {
        return Arrays.stream(Locale.getISOCountries())
                .sorted(Comparator.comparing(each -> Locale.of("", each).getDisplayCountry(getLocale())))
                .toList();
    }
}
