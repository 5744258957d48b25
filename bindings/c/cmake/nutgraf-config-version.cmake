# The version that nutgraf.pc has. Before 1.0 a minor version may break what was built for another, as in Cargo.

get_filename_component(_nutgraf_prefix "${CMAKE_CURRENT_LIST_DIR}/../../.." ABSOLUTE)
file(GLOB _nutgraf_pc "${_nutgraf_prefix}/lib*/pkgconfig/nutgraf.pc" "${_nutgraf_prefix}/lib*/*/pkgconfig/nutgraf.pc")
file(STRINGS "${_nutgraf_pc}" PACKAGE_VERSION REGEX "^Version:")
string(REGEX REPLACE "^Version: *" "" PACKAGE_VERSION "${PACKAGE_VERSION}")

if(PACKAGE_VERSION VERSION_EQUAL PACKAGE_FIND_VERSION)
  set(PACKAGE_VERSION_EXACT TRUE)
endif()
string(REGEX MATCH "^(0\\.)?[0-9]+" _nutgraf_series "${PACKAGE_VERSION}")
string(REGEX MATCH "^(0\\.)?[0-9]+" _nutgraf_wanted "${PACKAGE_FIND_VERSION}")
if(_nutgraf_series VERSION_EQUAL _nutgraf_wanted AND NOT PACKAGE_VERSION VERSION_LESS PACKAGE_FIND_VERSION)
  set(PACKAGE_VERSION_COMPATIBLE TRUE)
endif()
