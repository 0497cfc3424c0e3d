package org.rung.nodes;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.ReflectionUtils;

/** Who of this node listens to all nodes, and to which announcements; no other class is ever made from what comes in. */
class Ears {
    private static final Logger LOG = LoggerFactory.getLogger(Ears.class);

    private record Ear(String bean, Method method) {}

    private final ConfigurableListableBeanFactory beans;
    private @Nullable Map<Class<?>, List<Ear>> known;

    Ears(ConfigurableListableBeanFactory beans) {
        this.beans = beans;
    }

    boolean knows(@Nullable Class<?> announcement) {
        return announcement != null && ears().containsKey(announcement);
    }

    Set<Class<?>> announcements() {
        return ears().keySet();
    }

    Optional<Class<?>> named(String announcement) {
        return ears().keySet().stream()
                .<Class<?>>map(type -> type)
                .filter(type -> type.getName().equals(announcement))
                .findAny();
    }

    /** Only those who asked for it hear it: the listeners that do work ran where it happened. */
    void hear(Object announcement) {
        for (Ear ear : ears().getOrDefault(announcement.getClass(), List.of())) {
            try {
                Object bean = beans.getBean(ear.bean());
                Method method = AopUtils.selectInvocableMethod(ear.method(), bean.getClass());
                ReflectionUtils.makeAccessible(method);
                ReflectionUtils.invokeMethod(method, bean, announcement);
            } catch (RuntimeException trouble) {
                LOG.warn("{} could not be told of what another node announced", ear.bean(), trouble);
            }
        }
    }

    private synchronized Map<Class<?>, List<Ear>> ears() {
        Map<Class<?>, List<Ear>> found = known;
        if (found == null) {
            found = find();
            known = found;
        }
        return found;
    }

    private Map<Class<?>, List<Ear>> find() {
        Map<Class<?>, List<Ear>> found = new HashMap<>();
        for (String name : beans.getBeanNamesForType(Object.class, false, false)) {
            Class<?> type = beans.getType(name, false);
            if (type == null || !type.getName().startsWith("org.rung.")) {
                continue;
            }
            MethodIntrospector.selectMethods(type, (MethodIntrospector.MetadataLookup<Boolean>)
                            method -> AnnotatedElementUtils.hasAnnotation(method, Everywhere.class) ? true : null)
                    .keySet()
                    .forEach(method -> found.computeIfAbsent(method.getParameterTypes()[0], any -> new ArrayList<>())
                            .add(new Ear(name, method)));
        }
        return found;
    }
}
