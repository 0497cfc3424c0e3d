package org.rung.links.ui;

import java.util.Set;
import org.rung.accounts.SettingsPage;
import org.rung.common.Role;
import org.rung.links.LinksPaths;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LinksPages {
    @Bean
    SettingsPage linksPage() {
        return new SettingsPage("links.title", LinksPaths.SETTINGS, Set.of(Role.ADMIN), 40);
    }
}
