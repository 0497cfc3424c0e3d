package org.rung.maps.ui;

import java.util.Set;
import org.rung.accounts.SettingsPage;
import org.rung.common.Role;
import org.rung.maps.MapsPaths;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MapPages {
    @Bean
    SettingsPage mapsPage() {
        return new SettingsPage("maps.settings", MapsPaths.SETTINGS, Set.of(Role.ADMIN), 48);
    }
}
