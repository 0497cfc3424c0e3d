package org.rung.watching.ui;

import java.util.Set;
import org.rung.accounts.SettingsPage;
import org.rung.common.Role;
import org.rung.watching.WatchingPaths;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class WatchingPages {
    @Bean
    SettingsPage deliveryHealthPage() {
        return new SettingsPage("watching.title", WatchingPaths.HEALTH, Set.of(Role.ADMIN), 35);
    }
}
