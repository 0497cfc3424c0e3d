package org.rung.maps.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.rung.accounts.Sentences;
import org.rung.accounts.SignedIn;
import org.rung.common.Actor;
import org.rung.common.Problem;
import org.rung.maps.MapsPaths;
import org.rung.maps.TileServer;
import org.rung.maps.Tiles;

/** Whether maps here show pictures of streets, and whose. */
@Route(MapsPaths.SETTINGS)
@RolesAllowed("ADMIN")
public class MapSettingsView extends Div implements HasDynamicTitle {
    private final Tiles tiles;
    private final Actor actor;
    private final TextField address = new TextField(getTranslation("maps.settings.address"));
    private final TextField credit = new TextField(getTranslation("maps.settings.who"));
    private final Button forget = new Button(getTranslation("maps.settings.forget"), click -> forget());

    MapSettingsView(Tiles tiles, SignedIn signedIn) {
        this.tiles = tiles;
        this.actor = signedIn.actor();
        addClassName("page");
        var line = new Span(getTranslation("maps.settings.line"));
        line.addClassName("muted");
        var head = new Div(new Div(new H1(getTranslation("maps.settings")), line));
        head.addClassName("page-head");
        address.setHelperText(getTranslation("maps.settings.address.help"));
        address.setMaxLength(300);
        address.setWidthFull();
        credit.setHelperText(getTranslation("maps.settings.who.help"));
        credit.setMaxLength(200);
        credit.setWidthFull();
        var how = new Paragraph(getTranslation("maps.settings.how"));
        how.addClassNames("small", "muted");
        var save = new Button(getTranslation("maps.settings.save"), click -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        forget.addThemeVariants(ButtonVariant.TERTIARY);
        var actions = new Div(save, forget);
        actions.addClassName("actions");
        var card = new Section(address, credit, how, actions);
        card.addClassNames("card", "col");
        add(head, card);
        show();
    }

    private void show() {
        var now = tiles.of(actor.organization());
        address.setValue(now.map(TileServer::address).orElse(""));
        credit.setValue(now.map(TileServer::credit).orElse(""));
        forget.setVisible(now.isPresent());
        List.of(address, credit).forEach(field -> field.setInvalid(false));
    }

    private void save() {
        try {
            tiles.name(actor, new TileServer(address.getValue(), credit.getValue()));
            show();
            tell("maps.settings.saved");
        } catch (Problem.Invalid wrong) {
            var field = wrong.field().equals("tile credit") ? credit : address;
            field.setInvalid(true);
            field.setErrorMessage(Sentences.of(wrong));
            field.focus();
        }
    }

    private void forget() {
        tiles.forget(actor);
        show();
        tell("maps.settings.forgotten");
    }

    private void tell(String key) {
        Notification.show(getTranslation(key), 4_000, Notification.Position.BOTTOM_CENTER);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("maps.settings") + " · Rung";
    }
}
