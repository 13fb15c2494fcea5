/** The HTTP API. Nothing is exported: other bundles reach it over HTTP only. */
@RequireConfigurator
@RequireHttpWhiteboard
@RequireJakartarsWhiteboard
package cn.xiezhi.rest;

import org.osgi.service.configurator.annotations.RequireConfigurator;
import org.osgi.service.jakartars.whiteboard.annotations.RequireJakartarsWhiteboard;
import org.osgi.service.servlet.whiteboard.annotations.RequireHttpWhiteboard;
