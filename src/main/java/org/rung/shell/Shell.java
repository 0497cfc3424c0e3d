package org.rung.shell;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.component.page.Viewport;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.aura.Aura;

/** The page that every screen is drawn in. Our own manifest: Vaadin's would make phones fetch its whole bundle. */
@Push
@StyleSheet(Aura.STYLESHEET)
@Viewport("width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content")
public class Shell implements AppShellConfigurator {

    @Override
    public void configurePage(AppShellSettings page) {
        page.setPageTitle("Rung");
        // Behind Aura's, which it changes.
        page.addLink("stylesheet", OneStylesheet.ADDRESS);
        page.addLink("manifest", "manifest.webmanifest");
        page.addLink("icon", "icons/rung.svg");
        page.addLink("apple-touch-icon", "icons/rung-180.png");
        page.addMetaTag("color-scheme", "light dark");
    }
}
