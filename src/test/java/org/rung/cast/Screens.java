package org.rung.cast;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.browserless.SecuredBrowserlessApplicationContext;
import com.vaadin.browserless.SpringBrowserlessApplicationContext;
import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldBase;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.QueryParameters;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.rung.accounts.AccountId;
import org.rung.accounts.SignIns;
import org.rung.common.Actor;
import org.springframework.context.ApplicationContext;
import org.springframework.security.core.Authentication;

/** What a member sees and presses, without a browser. */
public record Screens(ApplicationContext house, DSLContext db) {

    /** In a window of their own. */
    public void as(Actor.Member member, Consumer<BrowserlessUIContext> looks) {
        AccountId account = new AccountId(db.fetchOne(
                        "select account_id from members where member_id = ?",
                        member.memberId().value())
                .get(0, Long.class));
        try (SecuredBrowserlessApplicationContext<Authentication> app =
                        SpringBrowserlessApplicationContext.createSecured(house, "org.rung");
                var user = app.newUser(house.getBean(SignIns.class).seat(account, Optional.of(member.memberId())));
                var window = user.newWindow()) {
            looks.accept(window);
        }
    }

    public static String on(BrowserlessUIContext window, String path) {
        String[] parts = path.split("\\?", 2);
        window.getUI()
                .navigate(parts[0], parts.length == 1 ? QueryParameters.empty() : QueryParameters.fromString(parts[1]));
        window.roundTrip();
        return words(window);
    }

    /** What can be read: not what is hidden. */
    public static String words(Component part) {
        return words(part.getElement());
    }

    private static String words(Element part) {
        if (part.isTextNode()) {
            return part.getText();
        }
        return part.isVisible() ? part.getChildren().map(Screens::words).collect(Collectors.joining(" ")) : "";
    }

    /** Presses what has this name for a screen reader or, without one, this text; in dialogs too. */
    public static void press(BrowserlessUIContext window, String name) {
        Component button = window.find(Component.class).all().stream()
                .filter(one -> (one instanceof Button || one instanceof NativeButton)
                        && name(one).equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nothing to press is called " + name));
        ComponentUtil.fireEvent(button, new ClickEvent<>(button));
        window.roundTrip();
    }

    /** Fills the field with this label, in whatever is on the screen. */
    public static void write(BrowserlessUIContext window, String label, String value) {
        fields(window, label)
                .findFirst()
                .orElseThrow(() -> new AssertionError("No field is called " + label))
                .setValue(value);
        window.roundTrip();
    }

    public static String written(BrowserlessUIContext window, String label) {
        return fields(window, label)
                .findFirst()
                .orElseThrow(() -> new AssertionError("No field is called " + label))
                .getValue();
    }

    /** What stands below the field with this label. */
    public static String helped(BrowserlessUIContext window, String label) {
        return Optional.ofNullable(fields(window, label)
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("No field is called " + label))
                        .getHelperText())
                .orElse("");
    }

    private static Stream<TextFieldBase<?, String>> fields(BrowserlessUIContext window, String label) {
        return window.find(Component.class).all().stream()
                .filter(one -> one instanceof TextField || one instanceof TextArea)
                .map(Screens::field)
                .filter(field -> label.equals(field.getLabel()));
    }

    @SuppressWarnings("unchecked") // Both of them are.
    private static TextFieldBase<?, String> field(Component one) {
        return (TextFieldBase<?, String>) one;
    }

    /** What the window shows now. */
    public static String words(BrowserlessUIContext window) {
        return words((Component) window.getCurrentView());
    }

    private static String name(Component one) {
        return Optional.ofNullable(one.getElement().getAttribute("aria-label"))
                .orElseGet(() -> words(one).strip());
    }
}
