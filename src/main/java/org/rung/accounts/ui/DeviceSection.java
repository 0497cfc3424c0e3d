package org.rung.accounts.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;
import org.rung.accounts.Seat;
import org.rung.accounts.SignedIn;
import org.rung.accounts.devices.Devices;
import org.rung.accounts.devices.RememberedDevice;
import org.rung.common.Problem;

/** The browsers in which whoever looks stays signed in. */
class DeviceSection extends Section {
    private final Devices devices;
    private final SignedIn signedIn;
    private final Div list = new Div();

    DeviceSection(Devices devices, SignedIn signedIn) {
        this.devices = devices;
        this.signedIn = signedIn;
        addClassNames("card", "col");
        var line = new Paragraph(getTranslation("accounts.devices.line"));
        line.addClassNames("muted", "small");
        add(new H2(getTranslation("accounts.devices")), line, list);
        show();
    }

    private void show() {
        list.removeAll();
        var all = devices.all(signedIn.account().accountId());
        all.forEach(device -> list.add(row(device)));
        if (all.isEmpty()) {
            var none = new Paragraph(getTranslation("accounts.devices.none"));
            none.addClassNames("muted", "small");
            list.add(none);
        }
    }

    private Component row(RememberedDevice device) {
        var here = signedIn.seat().flatMap(Seat::device).equals(Optional.of(device.deviceId()));
        var label = device.label().isEmpty() ? getTranslation("accounts.devices.one") : device.label();
        var title = here ? getTranslation("accounts.devices.here", label) : label;
        var forget = new Button(getTranslation("accounts.devices.forget"), click -> forget(device));
        forget.setAriaLabel(getTranslation("accounts.devices.forget.which", label));
        return AccountView.row(
                title, getTranslation("accounts.devices.used", day(device.usedAt()), day(device.expiresAt())), forget);
    }

    private void forget(RememberedDevice device) {
        try {
            devices.forget(signedIn.account().accountId(), device.deviceId());
        } catch (Problem.Missing already) {
            // It left, or was forgotten elsewhere: it is gone, as was wanted.
        }
        if (signedIn.seat().filter(seat -> !seat.ended()).isEmpty()) return;
        show();
        Notice.done(getTranslation("accounts.devices.forgotten"));
    }

    private String day(Instant at) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(getLocale())
                .withZone(signedIn.organization().zone())
                .format(at);
    }
}
