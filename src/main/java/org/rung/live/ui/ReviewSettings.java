package org.rung.live.ui;

import java.util.Set;
import org.rung.accounts.SettingsPage;
import org.rung.common.Role;
import org.rung.live.LivePaths;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ReviewSettings {
    @Bean
    SettingsPage reviewPage() {
        return new SettingsPage("live.settings", LivePaths.SETTINGS, Set.of(Role.ADMIN), 46);
    }
}
