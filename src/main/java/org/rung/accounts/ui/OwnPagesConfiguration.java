package org.rung.accounts.ui;

import java.util.Set;
import org.rung.accounts.AccountsPaths;
import org.rung.accounts.SettingsPage;
import org.rung.common.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OwnPagesConfiguration {
    @Bean
    SettingsPage organizationSettings() {
        return new SettingsPage("accounts.settings.organization", AccountsPaths.SETTINGS, Set.of(Role.ADMIN), 0);
    }

    @Bean
    SettingsPage apiTokenSettings() {
        return new SettingsPage("accounts.tokens", AccountsPaths.API_TOKENS, Set.of(Role.ADMIN), 90);
    }
}
