package org.rung.impact.ui;

import java.util.Set;
import org.rung.accounts.SettingsPage;
import org.rung.common.Role;
import org.rung.impact.ImpactPaths;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ImpactPages {
    @Bean
    SettingsPage impactPage() {
        return new SettingsPage("impact.settings", ImpactPaths.SETTINGS, Set.of(Role.ADMIN), 45);
    }
}
