# find_package(nutgraf) defines imported targets of what `make install` put beside this file:
#
#   nutgraf::nutgraf   the shared library
#   nutgraf::static    the static library, with what it needs of the system

get_filename_component(_nutgraf_prefix "${CMAKE_CURRENT_LIST_DIR}/../../.." ABSOLUTE)

# The libraries are in lib, lib64 or lib/TRIPLET, where nutgraf.pc is, which knows what the static one needs.
file(GLOB _nutgraf_pc "${_nutgraf_prefix}/lib*/pkgconfig/nutgraf.pc" "${_nutgraf_prefix}/lib*/*/pkgconfig/nutgraf.pc")
get_filename_component(_nutgraf_lib "${_nutgraf_pc}/../.." ABSOLUTE)
file(STRINGS "${_nutgraf_pc}" _nutgraf_system REGEX "^Libs.private:")
string(REGEX REPLACE "^Libs.private: *" "" _nutgraf_system "${_nutgraf_system}")
separate_arguments(_nutgraf_system)

if(NOT TARGET nutgraf::nutgraf)
  add_library(nutgraf::nutgraf SHARED IMPORTED)
  set_target_properties(nutgraf::nutgraf PROPERTIES
    IMPORTED_LOCATION "${_nutgraf_lib}/${CMAKE_SHARED_LIBRARY_PREFIX}nutgraf${CMAKE_SHARED_LIBRARY_SUFFIX}"
    INTERFACE_INCLUDE_DIRECTORIES "${_nutgraf_prefix}/include")
  add_library(nutgraf::static STATIC IMPORTED)
  set_target_properties(nutgraf::static PROPERTIES
    IMPORTED_LOCATION "${_nutgraf_lib}/${CMAKE_STATIC_LIBRARY_PREFIX}nutgraf${CMAKE_STATIC_LIBRARY_SUFFIX}"
    INTERFACE_INCLUDE_DIRECTORIES "${_nutgraf_prefix}/include"
    INTERFACE_LINK_LIBRARIES "${_nutgraf_system}")
endif()
